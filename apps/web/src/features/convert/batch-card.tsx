'use client';

import { localOf } from '@cartwheel/domain/calendar';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips, MultiChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenter } from '../../lib/center.tsx';
import { someDay, type Weekday } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { CardProps } from './card-props.ts';
import { CUSTOM, nextClassDay, placesLeft } from './choices.ts';
import type { Batch } from './queries.ts';

const SHOWN = 6;
const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

export function BatchCard({ batches, choices, quote, onChange, errorAt }: CardProps & { batches: readonly Batch[] }) {
  const t = useTranslations('convert');
  const terms = useTerms();
  const format = useFormatting();
  const { timezone } = useCenter();
  const [isAll, setAll] = useState(false);
  const isCustom = choices.planId === CUSTOM;
  const chosen = batches.filter((one) => choices.batchIds.includes(one.id));
  const [isSeveral, setSeveral] = useState(chosen.length > 1);
  const sorted = [...chosen, ...batches.filter((one) => !choices.batchIds.includes(one.id))];
  // The chosen one stands first only when the page opens; later the chips keep their places.
  const [order] = useState(() => sorted.map((one) => one.id));
  const ordered = order.flatMap((id) => batches.find((one) => one.id === id) ?? []);
  const shown = isAll ? ordered : ordered.slice(0, SHOWN);
  const withDays = (next: readonly Batch[], days: Weekday[]) => {
    const { date, time } = localOf(new Date(), timezone);
    const startDate = nextClassDay(next, days, { day: date, time });
    onChange({
      batchIds: next.map(({ id }) => id),
      days,
      startDate,
      endDate: isCustom ? choices.endDate : null,
      amountMinor: null,
    });
  };
  const pick = (ids: readonly string[]) => {
    const next = batches.filter((one) => ids.includes(one.id));
    const added = next.filter((one) => !choices.batchIds.includes(one.id));
    const kept = choices.days.filter((day) => next.some((one) => one.daysOfWeek.includes(day)));
    const first = added.flatMap((one) => {
      const hasDay = kept.some((day) => one.daysOfWeek.includes(day));
      return hasDay ? [] : one.daysOfWeek.filter((day) => leftOn(day, [one], undefined) !== 0).slice(0, 1);
    });
    withDays(next, inOrder([...kept, ...first]));
  };
  const offered = weekdays.filter((day) => chosen.some((one) => one.daysOfWeek.includes(day)));
  const labels = shown.map((one) => ({ value: one.id, label: `${one.name} · ${format.clock(one.startTime)}` }));
  return (
    <FormCard>
      {isSeveral ? (
        <MultiChoiceChips
          label={t('classAndDays', terms)}
          values={choices.batchIds}
          onChange={pick}
          choices={labels}
          error={errorAt('enrollment.batchIds')}
        />
      ) : (
        <ChoiceChips
          label={t('classAndDays', terms)}
          value={choices.batchIds[0] ?? null}
          onChange={(id) => pick([id])}
          choices={labels}
          error={errorAt('enrollment.batchIds')}
        />
      )}
      {!isSeveral && batches.length > 1 && (
        <div>
          <Button variant="subtle" onClick={() => setSeveral(true)}>
            {t('several', terms)}
          </Button>
        </div>
      )}
      {ordered.length > SHOWN && !isAll && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('moreBatches', { ...terms, count: ordered.length - SHOWN })}
          </Button>
        </div>
      )}
      {chosen.length > 0 && (
        <MultiChoiceChips
          label={t('days')}
          hideLabel
          values={choices.days}
          onChange={(days) => withDays(chosen, days)}
          error={errorAt('enrollment.daysSelected')}
          choices={offered.map((day) => dayChoice(day, leftOn(day, chosen, quote)))}
        />
      )}
    </FormCard>
  );

  function dayChoice(day: Weekday, left: number | null) {
    const isTaken = left === 0 && !choices.days.includes(day);
    const tone = left === 0 ? 'bad' : left !== null && left < 3 ? 'warn' : 'good';
    return {
      value: day,
      label: format.weekdayShort(someDay(day)),
      note: left !== null && <StatusChip tone={tone}>{t('left', { count: left })}</StatusChip>,
      disabled: isTaken,
    };
  }
}

/** The fewest places of the classes on that day: a place is needed in each. */
function leftOn(day: Weekday, batches: readonly Batch[], quote: CardProps['quote']): number | null {
  const left = batches
    .filter((one) => one.daysOfWeek.includes(day))
    .map((one) => placesLeft(one, quote, day))
    .filter((count) => count !== null);
  return left.length > 0 ? Math.min(...left) : null;
}

const inOrder = (days: readonly Weekday[]): Weekday[] => weekdays.filter((day) => days.includes(day));
