'use client';

import type { CheckInNotice, SessionAtTheDoor, Warning } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import type { Tone } from '../../components/tokens.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { CheckInResult } from './queries.ts';
import type { KioskAnswer } from './use-kiosk.ts';

/** Nobody has to do anything about these at the door. */
const friendly: ReadonlySet<Warning['code']> = new Set(['BIRTHDAY', 'EXPIRING']);

export function toneOf(answer: KioskAnswer): Tone {
  if (answer.kind === 'asking') return 'ink';
  if (answer.kind === 'kept') return 'warn';
  if (answer.kind === 'refused') return 'bad';
  const { mark, notices, warnings, already } = answer.result;
  if (already) return 'info';
  const isSerious = warnings.some(({ code }) => !friendly.has(code));
  return mark === 'LATE' || notices.length > 0 || isSerious ? 'warn' : 'good';
}

/** What a door says in the sight of everybody: no amounts, and nothing of what a medical note says. */
export function useAnswerWords() {
  const t = useTranslations('check-ins');
  const format = useFormatting();
  const classOf = (session: SessionAtTheDoor | null) =>
    session ? { name: session.name, time: format.clock(session.startTime) } : { name: '', time: '' };
  return {
    headline: ({ already, eventType, mark, session, occurredAt }: CheckInResult): string => {
      const time = format.time(occurredAt);
      if (already) return t(eventType === 'CENTER_CHECK_OUT' ? 'already.out' : 'already.in', { time });
      if (eventType === 'CENTER_CHECK_OUT') return t('done.out', { time });
      if (eventType === 'CENTER_CHECK_IN') return t('done.center', { time });
      return t(mark === 'LATE' ? 'done.late' : 'done.present', classOf(session));
    },
    notice: ({ code, session }: CheckInNotice): string => {
      const end = session ? format.clock(session.endTime) : '';
      return t(`notice.${code}`, { ...classOf(session), end });
    },
    warning: ({ code, date, visitsLeft }: Warning): { tone: Tone; label: string } => ({
      tone: code === 'BIRTHDAY' ? 'info' : friendly.has(code) ? 'warn' : 'bad',
      label: t(`warning.${code}`, { date: date ? format.dayMonth(date) : 'none', visits: visitsLeft ?? -1 }),
    }),
  };
}
