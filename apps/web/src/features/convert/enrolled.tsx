'use client';

import { Anchor, Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './convert.module.css';
import { InvoiceState, ReceiptButton } from './invoice-state.tsx';
import type { Converted } from './queries.ts';

/** What stands now: the receipt, the first class, and the next child of the family. */
export function Enrolled({ converted }: { converted: Converted }) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const path = useCenterPath();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { student, lead, enrollment, invoice } = converted;
  const next = student.nextSession;
  const family = new URLSearchParams({
    phone: lead.phone ?? lead.guardians.find((guardian) => guardian.phone)?.phone ?? '',
    name: lead.guardianName ?? '',
  });
  return (
    <section className={`cw-card ${styles.done}`}>
      <IconCircleCheck size={40} aria-hidden color="var(--cw-good-ink)" />
      <h1 ref={heading} tabIndex={-1}>
        {t('done', { name: student.name })}
      </h1>
      <p>
        {enrollment.planName}
        {enrollment.endDate && ` · ${t('doneUntil', { end: format.date(enrollment.endDate) })}`}
      </p>
      {next && (
        <p>
          {t('firstIs')}{' '}
          <Anchor component={Link} href={path('sessions', next.id)} prefetch={false}>
            {`${format.day(next.date)}, ${format.clock(next.startTime)} · ${next.name}`}
          </Anchor>
        </p>
      )}
      {invoice && <InvoiceState invoice={invoice} />}
      <div className={styles.row}>
        {invoice && <ReceiptButton invoice={invoice} />}
        <Button component={Link} variant="default" href={path('students', student.id)} prefetch={false}>
          {t('openProfile')}
        </Button>
        <Button component={Link} variant="default" href={`${path('leads', 'new')}?${family}`} prefetch={false}>
          {t('enrollSibling')}
        </Button>
      </div>
    </section>
  );
}
