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
import { nextClassDay, placesLeft } from './choices.ts';
import type { Batch } from './queries.ts';

const SHOWN = 6;

export function BatchCard({ batches, choices, quote, onChange, errorAt }: CardProps & { batches: readonly Batch[] }) {
  const t = useTranslations('convert');
  const terms = useTerms();
  const format = useFormatting();
  const { timezone } = useCenter();
  const [isAll, setAll] = useState(false);
  const batch = batches.find((one) => one.id === choices.batchId);
  const first = batches.filter((one) => one.id === choices.batchId);
  const sorted = [...first, ...batches.filter((one) => one.id !== choices.batchId)];
  // The chosen one stands first only when the page opens; later the chips keep their places.
  const [order] = useState(() => sorted.map((one) => one.id));
  const ordered = order.flatMap((id) => batches.find((one) => one.id === id) ?? []);
  const shown = isAll ? ordered : ordered.slice(0, SHOWN);
  const withDays = (next: Batch | undefined, days: Weekday[]) => {
    const { date, time } = localOf(new Date(), timezone);
    onChange({
      batchId: next?.id ?? '',
      days,
      startDate: nextClassDay(next, days, { day: date, time }),
      endDate: null,
      amountMinor: null,
    });
  };
  const pickBatch = (id: string) => {
    const next = batches.find((one) => one.id === id);
    const kept = choices.days.filter((day) => next?.daysOfWeek.includes(day));
    const open = next?.daysOfWeek.filter((day) => placesLeft(next, undefined, day) !== 0) ?? [];
    withDays(next, kept.length > 0 ? kept : open.slice(0, 1));
  };
  return (
    <FormCard>
      <ChoiceChips
        label={t('classAndDays', terms)}
        value={choices.batchId}
        onChange={pickBatch}
        choices={shown.map((one) => ({ value: one.id, label: `${one.name} · ${format.clock(one.startTime)}` }))}
        error={errorAt('enrollment.batchIds')}
      />
      {ordered.length > SHOWN && !isAll && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('moreBatches', { ...terms, count: ordered.length - SHOWN })}
          </Button>
        </div>
      )}
      {batch && (
        <MultiChoiceChips
          label={t('days')}
          hideLabel
          values={choices.days}
          onChange={(days) => withDays(batch, days)}
          error={errorAt('enrollment.daysSelected')}
          choices={batch.daysOfWeek.map((day) => dayChoice(day, placesLeft(batch, quote, day)))}
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
