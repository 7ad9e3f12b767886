'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { SeatBar } from '../../components/seat-bar.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { freezeTone, isOpen } from './enrollment-words.tsx';
import styles from './enrollments.module.css';
import { type Enrollment, type Freeze, useEndingFreeze } from './queries.ts';

export function FreezesCard({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const { freezeDaysAllowed: of, freezeDaysUsed: used, freezes } = enrollment;
  return (
    <FormCard title={t('freezes')}>
      {of === 0 ? (
        <p className={styles.muted}>{t('noFreezeDays')}</p>
      ) : (
        <div>
          <p className={styles.plain}>{t('daysLeftOf', { left: of - used, of })}</p>
          <SeatBar taken={used} capacity={of} />
        </div>
      )}
      {freezes.length > 0 && (
        <ul className={styles.list}>
          {freezes.map((freeze) => (
            <FreezeRow key={freeze.id} freeze={freeze} enrollment={enrollment} />
          ))}
        </ul>
      )}
    </FormCard>
  );
}

function FreezeRow({ freeze, enrollment }: { freeze: Freeze; enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const { may } = useSession();
  const { ask, isPending } = useEndEarly(freeze, enrollment);
  const isRunning = freeze.status === 'RUNNING';
  return (
    <li>
      <span className={styles.row}>
        <strong>{t('fromTo', { from: format.date(freeze.from), to: format.date(freeze.to) })}</strong>
        <StatusChip tone={freezeTone[freeze.status]}>{t(`freezeStatus.${freeze.status}`)}</StatusChip>
      </span>
      <span className={styles.muted}>
        {[t('days', { count: freeze.days }), freeze.createdBy && t('by', { name: freeze.createdBy.name })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {freeze.reason && <span dir="auto">{freeze.reason}</span>}
      {may('enrollments:write') && isOpen(enrollment) && freeze.status !== 'OVER' && (
        <div>
          <Button variant="default" loading={isPending} onClick={() => void ask()}>
            {t(isRunning ? 'endEarly' : 'takeBack')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** First says what would follow, then does it. */
function useEndEarly(freeze: Freeze, { id, studentName }: Enrollment) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const confirm = useConfirm();
  const textOf = useProblemText();
  const { preview, end, isPending } = useEndingFreeze(id);
  const ask = async () => {
    try {
      const would = await preview(freeze.id);
      const sentences = [
        t('givenBack', { count: would.days }),
        would.enrollment.endDate && t('endsAgain', { day: format.date(would.enrollment.endDate) }),
        would.seated.length > 0 && t('seatsBack', { count: would.seated.length }),
        would.full.length > 0 && t('fullClasses', { days: would.full.map(({ date }) => format.day(date)).join(', ') }),
      ].filter(Boolean);
      const isSure = await confirm({
        title: t(freeze.status === 'RUNNING' ? 'endEarlyTitle' : 'takeBackTitle', { name: studentName }),
        consequence: sentences.join(' '),
        confirmLabel: t(freeze.status === 'RUNNING' ? 'endEarly' : 'takeBack'),
      });
      if (!isSure) return;
      await end(freeze.id);
      toast.done(t('unfrozen', { name: studentName }));
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return { ask, isPending };
}
