'use client';

import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import type { useConversion } from './queries.ts';

type Known = NonNullable<ReturnType<typeof useConversion>['data']>;

/** "6 years · trial attended Fri 20 Nov in Grade School 6–9 · Ritu, +91 98450 12345" */
export function useLeadWords({ lead, tried }: Known): string {
  const t = useTranslations('convert');
  const format = useFormatting();
  const guardian = lead.guardians.find((one) => one.isPrimary) ?? lead.guardians[0];
  const parts = [
    lead.ageYears === null ? '' : t('years', { count: lead.ageYears }),
    tried ? t('tried', { day: format.day(tried.date), name: tried.sessionName ?? 'none' }) : t('notTried'),
    [guardian?.name, guardian?.phone].filter(Boolean).join(', '),
  ];
  return parts.filter(Boolean).join(' · ');
}
