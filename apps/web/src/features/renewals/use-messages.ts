'use client';

import { useTranslations } from 'next-intl';
import { useCenter } from '../../lib/center.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Renewal } from './queries.ts';

export const templates = ['ENDING', 'ENDED', 'REMIND'] as const;
export type Template = (typeof templates)[number];

/** What is written to a family, by occasion. */
export function useMessages() {
  const t = useTranslations('renewals.text');
  const format = useFormatting();
  const center = useCenter();
  const text = (template: Template, renewal: Renewal): string => {
    const { guardianName, studentName, planName, endDate, visitsLeft } = renewal;
    const who = { guardian: guardianName ?? '', child: studentName, plan: planName, center: center.name };
    if (template !== 'ENDING') return t(template, who);
    if (visitsLeft !== null || !endDate) return t('ENDING_VISITS', { ...who, count: visitsLeft ?? 0 });
    return t('ENDING', { ...who, day: format.date(endDate) });
  };
  const usualOf = ({ endedOn, lastContact }: Renewal): Template =>
    endedOn ? 'ENDED' : lastContact ? 'REMIND' : 'ENDING';
  return {
    text,
    usualOf,
    usual: (renewal: Renewal) => text(usualOf(renewal), renewal),
    whatsApp: (phone: string, message: string) =>
      `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(message)}`,
  };
}
