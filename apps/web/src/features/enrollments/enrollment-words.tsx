'use client';

import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import type { Tone } from '../../components/tokens.ts';
import { daysApart } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Enrollment, Freeze } from './queries.ts';

const tone: Record<Enrollment['status'], Tone> = {
  PENDING: 'trial',
  ACTIVE: 'good',
  PAUSED: 'warn',
  EXPIRED: 'bad',
  CANCELLED: 'ink',
};

export const isOpen = ({ status }: Enrollment): boolean => status !== 'EXPIRED' && status !== 'CANCELLED';

/** "Paused until 3 Dec" says more than "Paused". */
export function EnrollmentChip({ enrollment: { status, pausedUntil } }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const words =
    status === 'PAUSED' && pausedUntil
      ? t('pausedUntil', { day: format.dayMonth(pausedUntil) })
      : t(`status.${status}`);
  return <StatusChip tone={tone[status]}>{words}</StatusChip>;
}

/** How far a plan is used: visits where it has them, otherwise days; null while it has no end. */
export function progressOf(
  enrollment: Enrollment,
  today: string,
): { kind: 'visits' | 'days'; used: number; of: number } | null {
  const { visitsIncluded, visitsUsed, startDate, endDate } = enrollment;
  if (visitsIncluded) return { kind: 'visits', used: visitsUsed ?? 0, of: visitsIncluded };
  if (!endDate) return null;
  const of = daysApart(startDate, endDate) + 1;
  return { kind: 'days', used: Math.min(of, Math.max(0, daysApart(startDate, today) + 1)), of };
}

export const freezeTone: Record<Freeze['status'], Tone> = { UPCOMING: 'info', RUNNING: 'warn', OVER: 'ink' };
