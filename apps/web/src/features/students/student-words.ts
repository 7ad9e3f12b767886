'use client';

import type { Warning } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import type { Tone } from '../../components/tokens.ts';
import { useFormatting } from '../../lib/formatting.tsx';

export const statuses = ['PROSPECT', 'PENDING', 'ACTIVE', 'PAUSED', 'EXPIRED', 'ARCHIVED'] as const;
export type StudentStatus = (typeof statuses)[number];

export const statusTone: Record<StudentStatus, Tone> = {
  PROSPECT: 'info',
  PENDING: 'trial',
  ACTIVE: 'good',
  PAUSED: 'warn',
  EXPIRED: 'bad',
  ARCHIVED: 'ink',
};

const warningTone: Record<Warning['code'], Tone> = {
  MEDICAL: 'bad',
  EXPIRED: 'bad',
  USED_UP: 'bad',
  UNPAID: 'bad',
  SEE_FRONT_DESK: 'bad',
  EXPIRING: 'warn',
  PAUSED: 'warn',
  MISSING_CONTACT: 'warn',
  BIRTHDAY: 'info',
};

/** Warnings as chips, what concerns the body first. */
export function useWarningChips(warnings: readonly Warning[]) {
  const t = useTranslations('students');
  const format = useFormatting();
  const order = Object.keys(warningTone);
  return warnings
    .toSorted((one, other) => order.indexOf(one.code) - order.indexOf(other.code))
    .map(({ code, date, visitsLeft, text, amount }) => ({
      key: code,
      tone: warningTone[code],
      label: t(`warning.${code}`, {
        date: date ? format.dayMonth(date) : 'none',
        visits: visitsLeft ?? -1,
        text: text || 'none',
        amount: amount ? format.money(amount) : 'none',
      }),
    }));
}
