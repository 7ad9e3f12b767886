'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { MoneyInput } from '../../components/money.tsx';
import { ScheduleFields } from '../../components/schedule-fields.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { useCenter } from '../../lib/center.tsx';
import type { CardProps } from './card-props.ts';
import { installmentsFrom, methods, partsOf } from './choices.ts';
import styles from './convert.module.css';

export function PaymentCard({ choices, quote, onChange, errorAt }: CardProps) {
  const t = useTranslations('convert');
  const { currency } = useCenter();
  const { method } = choices;
  const total = quote?.total.amountMinor ?? null;
  const parts = partsOf(choices, total ?? 0);
  const firstPart = parts?.[0]?.amountMinor ?? null;
  const nextMethod = methods[(methods.indexOf(method) + 1) % methods.length] ?? 'UPI';
  useShortcut('m', t('otherMethod'), () => onChange({ method: nextMethod }));
  return (
    <FormCard>
      <ChoiceChips
        label={t('paymentNow')}
        value={method}
        onChange={(next) => onChange({ method: next })}
        choices={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
      />
      {method !== 'LATER' && (
        <div className={styles.two}>
          <MoneyInput
            label={t('amount')}
            currency={currency}
            value={choices.amountMinor ?? (parts ? firstPart : total)}
            error={errorAt('enrollment.payment.amountMinor')}
            onChange={(amountMinor) => onChange({ amountMinor })}
          />
          {method !== 'CASH' && (
            <TextInput
              label={t('reference')}
              autoComplete="off"
              maxLength={120}
              value={choices.reference}
              error={errorAt('enrollment.payment.reference')}
              onChange={(event) => onChange({ reference: event.currentTarget.value })}
            />
          )}
        </div>
      )}
      {total !== null && total > 0 && (
        <div>
          <Button
            variant="subtle"
            aria-expanded={parts !== null}
            onClick={() =>
              onChange({ installments: parts ? null : { count: 3, firstDue: choices.startDate }, amountMinor: null })
            }
          >
            {t(parts ? 'payAtOnce' : 'payInInstallments')}
          </Button>
        </div>
      )}
      {parts && total !== null && (
        <ScheduleFields
          totalMinor={total}
          currency={currency}
          parts={parts}
          onChange={(next) => onChange({ installments: installmentsFrom(next, total), amountMinor: null })}
          firstDue={choices.startDate}
          error={errorAt('enrollment.installments')}
        />
      )}
    </FormCard>
  );
}
