'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Empty } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import type { Answer } from '../../lib/operations.ts';

/** Why there is nothing to renew here, and where to go instead. */
export function NotRenewable({ renewal }: { renewal: Answer<'getRenewal'> }) {
  const t = useTranslations('convert');
  const path = useCenterPath();
  const { studentName: name, planName: plan } = renewal;
  return (
    <Empty
      title={renewal.renewed ? t('isRenewed', { name, plan }) : t('isCancelled', { name, plan })}
      action={
        <Button component={Link} href={path('students', renewal.studentId)} prefetch={false}>
          {t('openProfile')}
        </Button>
      }
    />
  );
}
