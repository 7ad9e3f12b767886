'use client';

import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MoneyInput } from '../../components/money.tsx';
import { useCenter } from '../../lib/center.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Settings, SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';

export function DiscountsCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const format = useFormatting();
  const { currency } = useCenter();
  return (
    <SettingCard
      id="discounts"
      section="discounts"
      fields={['approvalThresholdMinor']}
      answer={answer}
      exampleOf={({ approvalThresholdMinor: limit }) =>
        limit === 0 ? t('example.everyDiscount') : t('example.discount', { amount: format.amount(limit) })
      }
    >
      {({ approvalThresholdMinor }, change) => (
        <MoneyInput
          label={t('discountLimit')}
          currency={currency}
          value={approvalThresholdMinor}
          onChange={(amount) => change({ approvalThresholdMinor: amount ?? 0 })}
        />
      )}
    </SettingCard>
  );
}

const receiptFields = [
  'legalName',
  'registrationNumber',
  'prefix',
  'taxName',
  'taxBasisPoints',
  'financialYearStartMonth',
  'footer',
  'installmentReminderDays',
] as const;
/** Days before an installment falls due; empty is never. */
const reminders = ['', '1', '2', '3', '5', '7', '14'];
type Invoices = Settings['invoices'];

export function ReceiptsCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const format = useFormatting();
  return (
    <SettingCard
      id="receipts"
      section="invoices"
      fields={receiptFields}
      answer={answer}
      exampleOf={({ taxName, taxBasisPoints: points }) =>
        points === 0
          ? t('example.noTax')
          : t('example.tax', {
              name: taxName,
              percent: format.number(points / 100),
              price: format.amount(1_000_000),
              tax: format.amount(100 * points),
            })
      }
    >
      {(draft, change) => <ReceiptFields draft={draft} onChange={change} />}
    </SettingCard>
  );
}

function ReceiptFields({ draft, onChange }: { draft: Invoices; onChange: (patch: Partial<Invoices>) => void }) {
  const t = useTranslations('settings');
  const { locale } = useFormatting();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: month.format(Date.UTC(2026, at, 1)),
  }));
  const text = (name: 'legalName' | 'registrationNumber' | 'prefix' | 'taxName', maxLength: number) => (
    <TextInput
      label={t(`receipt.${name}`)}
      maxLength={maxLength}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {text('legalName', 160)}
      {text('registrationNumber', 40)}
      {text('prefix', 12)}
      {text('taxName', 20)}
      <NumberInput
        label={t('receipt.taxPercent')}
        suffix=" %"
        decimalScale={2}
        min={0}
        max={50}
        hideControls
        value={draft.taxBasisPoints / 100}
        onChange={(value) => typeof value === 'number' && onChange({ taxBasisPoints: Math.round(value * 100) })}
      />
      <NativeSelect
        label={t('receipt.yearStart')}
        data={months}
        value={String(draft.financialYearStartMonth)}
        onChange={(event) => onChange({ financialYearStartMonth: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('receipt.reminders')}
        value={draft.installmentReminderDays === null ? '' : String(draft.installmentReminderDays)}
        data={[...new Set([...reminders, String(draft.installmentReminderDays ?? '')])].map((days) => ({
          value: days,
          label: days ? t('receipt.remindersDays', { days: Number(days) }) : t('receipt.remindersOff'),
        }))}
        onChange={({ currentTarget: { value } }) => onChange({ installmentReminderDays: value ? Number(value) : null })}
      />
      <Textarea
        label={t('receipt.footer')}
        autosize
        minRows={2}
        maxLength={500}
        value={draft.footer}
        onChange={(event) => onChange({ footer: event.currentTarget.value })}
      />
    </>
  );
}
