'use client';

import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Answer } from '../../lib/operations.ts';
import styles from './convert.module.css';
import { InvoiceState, ReceiptButton } from './invoice-state.tsx';

interface RenewedProps {
  renewal: Answer<'getRenewal'>;
  renewed: Answer<'renewEnrollment'>;
}

/** What stands now, and whom to renew next. */
export function Renewed({ renewal, renewed: { enrollment, invoice } }: RenewedProps) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const path = useCenterPath();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={`cw-card ${styles.done}`}>
      <IconCircleCheck size={40} aria-hidden color="var(--cw-good-ink)" />
      <h1 ref={heading} tabIndex={-1}>
        {t('renewed', { name: renewal.studentName })}
      </h1>
      <p>
        {t('renewedFrom', {
          plan: enrollment.planName,
          start: format.date(enrollment.startDate),
          end: enrollment.endDate ? format.date(enrollment.endDate) : 'none',
        })}
      </p>
      {invoice && <InvoiceState invoice={invoice} />}
      <div className={styles.row}>
        {invoice && <ReceiptButton invoice={invoice} />}
        {renewal.siblings.map((sibling) => (
          <Button
            key={sibling.enrollmentId}
            component={Link}
            href={path('renewals', sibling.enrollmentId, 'renew')}
            prefetch={false}
          >
            {t('renewSibling', { name: sibling.studentName })}
          </Button>
        ))}
        <Button component={Link} variant="default" href={path('renewals')} prefetch={false}>
          {t('backToRenewals')}
        </Button>
        <Button component={Link} variant="default" href={path('students', renewal.studentId)} prefetch={false}>
          {t('openProfile')}
        </Button>
      </div>
    </section>
  );
}
