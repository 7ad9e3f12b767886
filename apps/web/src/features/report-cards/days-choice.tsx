'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { daysOf, presetOf, presets } from './days.ts';
import type { Days } from './queries.ts';
import styles from './report-cards.module.css';

interface DaysChoiceProps {
  days: Days;
  today: string;
  onChange: (days: Days) => void;
}

export function DaysChoice({ days, today, onChange }: DaysChoiceProps) {
  const t = useTranslations('report-cards');
  const [isCustom, setCustom] = useState(false);
  const preset = isCustom ? 'custom' : presetOf(days, today);
  return (
    <>
      <ChoiceChips
        label={t('period')}
        value={preset}
        onChange={(next) => {
          setCustom(next === 'custom');
          if (next !== 'custom') onChange(daysOf(next, today));
        }}
        choices={[...presets, 'custom' as const].map((value) => ({ value, label: t(`periods.${value}`) }))}
      />
      {preset === 'custom' && (
        <div className={styles.dates}>
          <DateField
            label={t('from')}
            w={150}
            max={today}
            value={days.from || null}
            onChange={(from) => from && onChange({ ...days, from })}
          />
          <DateField
            label={t('to')}
            w={150}
            max={today}
            value={days.to || null}
            onChange={(to) => to && onChange({ ...days, to })}
          />
        </div>
      )}
    </>
  );
}
