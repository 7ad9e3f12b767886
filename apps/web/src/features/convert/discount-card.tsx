'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenter } from '../../lib/center.tsx';
import { parseMoney } from '../../lib/format.ts';
import type { CardProps } from './card-props.ts';
import type { Choices } from './choices.ts';
import styles from './convert.module.css';

const reasons = ['sibling', 'earlyBird', 'other'] as const;

export function DiscountCard({ choices, quote, onChange, errorAt }: CardProps) {
  const t = useTranslations('convert');
  const { currency } = useCenter();
  const [typed, setTyped] = useState('');
  const { discount } = choices;
  const set = (changes: Partial<Choices['discount']>) =>
    onChange({ discount: { ...discount, ...changes }, amountMinor: null });
  const read = (text: string, type: Choices['discount']['type']) => {
    setTyped(text);
    const value = type === 'FLAT' ? parseMoney(text, currency) : percentIn(text);
    set({ type, value: value || null });
  };
  const isWrong = typed.trim() !== '' && discount.value === null;
  return (
    <FormCard>
      <div className={styles.discount}>
        <TextInput
          label={t('discount')}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          error={isWrong ? t('discountUnreadable') : errorAt('enrollment.discount.value')}
          onChange={(event) => read(event.currentTarget.value, discount.type)}
        />
        <NativeSelect
          label={t('discountIn')}
          value={discount.type}
          data={[
            { value: 'PERCENT', label: t('percent') },
            { value: 'FLAT', label: currency },
          ]}
          onChange={(event) => read(typed, event.currentTarget.value === 'FLAT' ? 'FLAT' : 'PERCENT')}
        />
        <ChoiceChips
          label={t('reasonLabel')}
          value={discount.reason}
          onChange={(reason) => set({ reason })}
          choices={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          error={errorAt('enrollment.discount.reason')}
        />
      </div>
      {discount.reason === 'other' && (
        <TextInput
          label={t('otherReason')}
          maxLength={200}
          value={discount.otherReason}
          onChange={(event) => set({ otherReason: event.currentTarget.value })}
        />
      )}
      {quote?.discountNeedsApproval && discount.value !== null && (
        <div>
          <StatusChip tone="warn">{t('needsApproval')}</StatusChip>
        </div>
      )}
    </FormCard>
  );
}

/** `10`, `10 %` or `7.5`; null for what is no share of the whole. */
function percentIn(text: string): number | null {
  const found = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(text);
  const value = Number(found?.[1]?.replace(',', '.'));
  return value > 0 && value <= 100 ? value : null;
}
