'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { daysApart } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import type { CardProps } from './card-props.ts';
import { CUSTOM, mostSold } from './choices.ts';
import styles from './convert.module.css';
import { CustomPlan } from './custom-plan.tsx';
import type { Plan } from './queries.ts';

const SHOWN = 4;

export function PlanCard({
  plans,
  offersCustom = false,
  choices,
  quote,
  onChange,
  errorAt,
}: CardProps & { plans: readonly Plan[]; offersCustom?: boolean }) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const [isAll, setAll] = useState(false);
  const sorted = mostSold(plans);
  const shown = isAll ? sorted : sorted.slice(0, SHOWN);
  const { may } = useSession();
  const pick = (planId: string) => onChange({ planId, endDate: null, amountMinor: null });
  const end = choices.endDate ?? quote?.endDate ?? null;
  return (
    <FormCard>
      {shown.slice(0, 9).map((plan, at) => (
        <PlanKey key={plan.id} digit={String(at + 1)} name={plan.name} onPick={() => pick(plan.id)} />
      ))}
      <ChoiceChips
        label={t('plan')}
        value={choices.planId}
        onChange={pick}
        choices={[
          ...shown.map((plan) => ({
            value: plan.id,
            label: plan.name,
            note: plan.price && <span className="cw-number">{format.money(plan.price)}</span>,
          })),
          ...(offersCustom && may('enrollments:write') ? [{ value: CUSTOM, label: t('customPlan') }] : []),
        ]}
        error={errorAt('enrollment.planId')}
      />
      {sorted.length > SHOWN && !isAll && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('morePlans', { count: sorted.length - SHOWN })}
          </Button>
        </div>
      )}
      {choices.planId === CUSTOM && (
        <CustomPlan choices={choices} quote={quote} onChange={onChange} errorAt={errorAt} />
      )}
      <div className={styles.two}>
        <DateField
          label={t('starts')}
          value={choices.startDate}
          error={errorAt('enrollment.startDate')}
          onChange={(day) => day && onChange({ startDate: day, endDate: null })}
        />
        <DateField
          label={t('ends')}
          min={choices.startDate}
          value={end}
          error={errorAt('enrollment.endDate')}
          onChange={(day) => day && onChange({ endDate: day })}
        />
      </div>
      {quote && (
        <p className={styles.words}>
          {end && choices.endDate === null
            ? t('until', { count: quote.classes, end: format.day(end), days: daysApart(choices.startDate, end) + 1 })
            : end
              ? t('untilChanged', { end: format.day(end), days: daysApart(choices.startDate, end) + 1 })
              : t('noEnd')}
        </p>
      )}
    </FormCard>
  );
}

function PlanKey({ digit, name, onPick }: { digit: string; name: string; onPick: () => void }) {
  const t = useTranslations('convert');
  useShortcut(digit, t('choosePlan', { name }), onPick);
  return null;
}
