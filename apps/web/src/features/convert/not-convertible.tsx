'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Empty } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useTerms } from '../../lib/terms.tsx';
import type { useConversion } from './queries.ts';

interface NotConvertibleProps {
  known: NonNullable<ReturnType<typeof useConversion>['data']>;
}

/** Why nobody can be enrolled from here, and where to go instead. */
export function NotConvertible({ known: { lead, plans } }: NotConvertibleProps) {
  const t = useTranslations('convert');
  const terms = useTerms();
  const path = useCenterPath();
  const name = lead.studentName;
  const way = (href: string, label: string) => (
    <Button component={Link} href={href} prefetch={false}>
      {label}
    </Button>
  );
  if (lead.status === 'ENROLLED') {
    return <Empty title={t('isEnrolled', { name })} action={way(path('students', lead.studentId), t('openProfile'))} />;
  }
  if (!lead.allowed.includes('ENROLLED')) {
    return <Empty title={t('isClosed', { name })} action={way(path('leads', lead.id), t('openLead'))} />;
  }
  if (plans.length === 0) return <Empty title={t('noPlans')} text={t('askAdmin')} />;
  return <Empty title={t('noBatches', terms)} action={way(path('batches'), t('openBatches', terms))} />;
}
