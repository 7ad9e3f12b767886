'use client';

import { NumberInput } from '@mantine/core';

interface WholeNumberProps {
  label: string;
  value: number;
  min: number;
  max: number;
  suffix?: string;
  onChange: (value: number) => void;
}

/** A whole number within the limits of the contract; what is not one is not taken over. */
export function WholeNumber({ value, onChange, suffix, ...input }: WholeNumberProps) {
  return (
    <NumberInput
      {...input}
      value={value}
      onChange={(typed) => typeof typed === 'number' && onChange(typed)}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
      hideControls
      inputMode="numeric"
      {...(suffix && { suffix: ` ${suffix}` })}
    />
  );
}
