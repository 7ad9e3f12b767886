'use client';

import { NumberInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MoneyInput } from '../../components/money.tsx';
import { useCenter } from '../../lib/center.tsx';
import type { CardProps } from './card-props.ts';
import styles from './convert.module.css';

/** Agreed on by hand: a price, and an end or a number of visits. */
export function CustomPlan({ choices: { custom }, onChange, errorAt }: CardProps) {
  const t = useTranslations('convert');
  const { currency } = useCenter();
  const set = (patch: Partial<typeof custom>) => onChange({ custom: { ...custom, ...patch }, amountMinor: null });
  const whole = (typed: string | number) => (typeof typed === 'number' ? typed : null);
  return (
    <>
      <div className={styles.two}>
        <MoneyInput
          label={t('customPrice')}
          currency={currency}
          value={custom.priceMinor}
          error={errorAt('enrollment.priceMinor')}
          onChange={(priceMinor) => set({ priceMinor })}
        />
        <NumberInput
          label={t('customVisits')}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
          value={custom.visits ?? ''}
          error={errorAt('enrollment.visitsIncluded')}
          onChange={(typed) => set({ visits: whole(typed) })}
        />
      </div>
      <NumberInput
        label={t('customFreezeDays')}
        min={0}
        max={365}
        allowDecimal={false}
        hideControls
        value={custom.freezeDays}
        error={errorAt('enrollment.freezeDaysAllowed')}
        onChange={(typed) => set({ freezeDays: whole(typed) ?? 0 })}
      />
      <p className={styles.words}>{t('customHint')}</p>
    </>
  );
}
