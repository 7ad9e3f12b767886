'use client';

import type { RosterRow, Warning } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Tone } from '../../components/tokens.ts';
import { shortened } from '../../lib/format.ts';
import { useFormatting } from '../../lib/formatting.tsx';

const tones: Record<Warning['code'], Tone> = {
  MEDICAL: 'bad',
  EXPIRED: 'bad',
  USED_UP: 'bad',
  UNPAID: 'bad',
  SEE_FRONT_DESK: 'bad',
  PAUSED: 'warn',
  EXPIRING: 'warn',
  MISSING_CONTACT: 'warn',
  BIRTHDAY: 'info',
};
const order = Object.keys(tones);

/** Warnings as words: `Plan ended 12 Oct`, `2 visits left`, `Unpaid ₹4,500`. */
export function useWarningWords() {
  const t = useTranslations('attendance');
  const format = useFormatting();
  return useMemo(() => {
    const short = new Intl.DateTimeFormat(format.locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const day = (date: string) => short.format(new Date(`${date}T00:00:00Z`));
    return ({ code, date, visitsLeft, text, amount }: Warning): string => {
      if (code === 'MEDICAL') return text ?? t('warning.MEDICAL');
      if (code === 'UNPAID' && amount) return t('warning.UNPAID_AMOUNT', { amount: format.money(amount) });
      if (code === 'PAUSED' && date) return t('warning.PAUSED_UNTIL', { date: day(date) });
      if (code === 'EXPIRING' && visitsLeft !== undefined) return t('warning.EXPIRING_VISITS', { visits: visitsLeft });
      if (code === 'EXPIRED') return date ? t('warning.EXPIRED', { date: day(date) }) : t('warning.EXPIRED_PLAIN');
      if (code === 'EXPIRING') return date ? t('warning.EXPIRING', { date: day(date) }) : t('warning.EXPIRING_PLAIN');
      return t(`warning.${code}`);
    };
  }, [t, format]);
}

/** What concerns the body first. */
export const byWeight = (warnings: readonly Warning[]) =>
  warnings.toSorted((one, other) => order.indexOf(one.code) - order.indexOf(other.code));

/** The chips of a row: medical first, why the student is here, then the rest. */
export function useRowChips() {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  return (row: RosterRow) => {
    const warnings = byWeight(row.warnings).map((warning) => ({
      key: warning.code,
      tone: tones[warning.code],
      label: shortened(wordsOf(warning)),
    }));
    const medical = warnings.filter((chip) => chip.key === 'MEDICAL');
    const others = warnings.filter((chip) => chip.key !== 'MEDICAL');
    return [...medical, ...kindChip(row, t), ...others];
  };
}

/** Where a make-up comes from, or that the student stays away. */
export function useWhyHere() {
  const t = useTranslations('attendance');
  const format = useFormatting();
  return ({ makesUpFor, absence, kind }: RosterRow): string | null => {
    if (makesUpFor) return t('makesUpFor', { name: makesUpFor.sessionName, day: format.dayMonth(makesUpFor.date) });
    if (!absence || kind !== null) return null;
    return t('absence.told', { earned: absence.earned ? 'yes' : 'no', at: format.dateTime(absence.announcedAt) });
  };
}

function kindChip({ kind }: RosterRow, t: ReturnType<typeof useTranslations<'attendance'>>) {
  const kindTones = { TRIAL: 'trial', MAKEUP: 'makeup', DROP_IN: 'ink' } as const;
  if (kind === null || kind === 'ENROLLED') return [];
  return [{ key: kind, tone: kindTones[kind], label: t(`kind.${kind}`) }];
}
