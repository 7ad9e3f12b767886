'use client';

import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PhoneLinks } from '../../components/phone.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import type { Tone } from '../../components/tokens.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import styles from './intro-visits.module.css';
import { useMarkVisit, type Visit } from './queries.ts';

const tone: Record<Visit['status'], Tone> = { SCHEDULED: 'trial', ATTENDED: 'good', NO_SHOW: 'bad', CANCELLED: 'ink' };

export function VisitRow({ visit }: { visit: Visit }) {
  const t = useTranslations('intro-visits');
  const format = useFormatting();
  const path = useCenterPath();
  const { may } = useSession();
  const age = visit.ageYears === null ? '' : `, ${visit.ageYears}`;
  const what = [visit.sessionName, visit.trainer?.name].filter(Boolean).join(' · ');
  return (
    <li className={styles.visit}>
      <span>
        <time className={styles.time} dateTime={visit.scheduledAt}>
          {format.time(visit.scheduledAt)}
        </time>
      </span>
      <div className={styles.who}>
        {may('leads:read') ? (
          <Anchor component={Link} href={path('leads', visit.leadId)} prefetch={false}>
            {visit.studentName}
            {age}
          </Anchor>
        ) : (
          <strong>
            {visit.studentName}
            {age}
          </strong>
        )}{' '}
        <StatusChip tone={tone[visit.status]}>{t(`status.${visit.status}`)}</StatusChip>
        <span className={styles.what}>{what}</span>
      </div>
      <div className={styles.phone}>{visit.phone && <PhoneLinks phone={visit.phone} name={visit.studentName} />}</div>
      <VisitActs visit={visit} />
    </li>
  );
}

function VisitActs({ visit }: { visit: Visit }) {
  const t = useTranslations('intro-visits');
  const path = useCenterPath();
  const { may } = useSession();
  const textOf = useProblemText();
  const markVisit = useMarkVisit();
  const { change } = useUrlState({ intro: '', visit: '', day: '' });
  const { status, studentName: name } = visit;
  const mark = async (to: 'ATTENDED' | 'NO_SHOW') => {
    if (to === status) return;
    try {
      await markVisit(visit, to);
      toast.done(t(`marked.${to}`, { name }));
    } catch (problem) {
      toast.failed(t('notMarked', { name, why: problem instanceof Error ? textOf(problem) : '' }));
    }
  };
  const button = (to: 'ATTENDED' | 'NO_SHOW') => (
    <Button
      variant={status === to ? 'light' : 'default'}
      color={to === 'ATTENDED' ? 'good' : 'bad'}
      aria-pressed={status === to}
      aria-label={t(`mark.${to}`, { name })}
      onClick={() => void mark(to)}
    >
      {t(`status.${to}`)}
    </Button>
  );
  if (status === 'CANCELLED') return <span />;
  return (
    <div className={styles.acts}>
      {may('intros:mark') && button('ATTENDED')}
      {may('intros:mark') && button('NO_SHOW')}
      {may('intros:write') && status !== 'ATTENDED' && (
        <Button
          variant="subtle"
          aria-label={t('moveOf', { name })}
          onClick={() =>
            change({ intro: visit.leadId, ...(status === 'SCHEDULED' && { visit: visit.id, day: visit.date }) })
          }
        >
          {t('reschedule')}
        </Button>
      )}
      {may('enrollments:create') && status === 'ATTENDED' && (
        <Button component={Link} href={path('leads', visit.leadId, 'convert')} prefetch={false}>
          {t('enroll')}
        </Button>
      )}
    </div>
  );
}
