'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import styles from './intake.module.css';
import { useReopen } from './queries-acts.ts';
import { useClosedLead } from './queries.ts';

/** A family that comes back: their closed enquiry is opened again, with all that was said. */
export function ClosedLead({ student }: { student: { id: string; name: string } }) {
  const t = useTranslations('leads');
  const router = useRouter();
  const path = useCenterPath();
  const closed = useClosedLead(student);
  const again = useReopen((id) => router.push(path('leads', id)));
  if (!closed) return null;
  return (
    <div className={styles.family} role="status">
      <p>
        {t('closedBefore', {
          name: student.name,
          days: closed.daysInStage,
          reason: closed.deadReason ? t(`reason.${closed.deadReason}`) : t('stage.DEAD_LEAD'),
        })}
      </p>
      <ProblemNotice problem={again.error} />
      <div>
        <Button loading={again.isPending} onClick={() => again.reopen(closed.id)}>
          {t('reopen')}
        </Button>
      </div>
    </div>
  );
}
