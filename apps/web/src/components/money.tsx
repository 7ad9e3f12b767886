'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { type Money, minorDigits, parseMoney } from '../lib/format.ts';
import { useFormatting } from '../lib/formatting.tsx';

export function MoneyText({ money }: { money: Money }) {
  const format = useFormatting();
  return <span className="cw-number">{format.money(money)}</span>;
}

interface MoneyInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Minor units: 1250000 is ₹12,500. Null is empty or not an amount. */
  value: number | null;
  onChange: (amountMinor: number | null) => void;
  currency: string;
}

export function MoneyInput({ value, onChange, currency, ...input }: MoneyInputProps) {
  const { locale } = useFormatting();
  const [typed, setTyped] = useState<string | null>(null);
  const plain = value === null ? '' : (value / 10 ** minorDigits(currency)).toLocaleString(locale);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      leftSection={symbolOf(currency, locale)}
      {...input}
      value={typed ?? plain}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseMoney(event.currentTarget.value, currency));
      }}
      onBlur={(event) => {
        if (value !== null || typed === '') setTyped(null);
        input.onBlur?.(event);
      }}
    />
  );
}

function symbolOf(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
}
