'use client';

import type { Dashboard, FollowUp, IntroVisit } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListExport } from '../../components/list-export.tsx';
import { PhoneLinks } from '../../components/phone.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { DeskColumn } from './desk-column.tsx';
import { SessionCard } from './session-card.tsx';
import styles from './today.module.css';
import { useNow } from './use-now.ts';

/** The classes that run or come next, with the way to their rosters. */
export function Arriving({ day }: { day: Dashboard }) {
  const t = useTranslations('today');
  const path = useCenterPath();
  const now = useNow();
  const coming = day.sessions.filter((session) => Date.parse(session.endsAt) > now && session.status !== 'CANCELLED');
  return (
    <DeskColumn
      title={t('desk.arriving')}
      count={day.sessions.length}
      href={`${path('schedule')}?view=agenda&date=${day.date}`}
      items={coming}
      keyOf={(session) => session.id}
      none={t('desk.arrivingNone')}
    >
      {(session) => <SessionCard session={session} now={now} isOpen={false} withTrainer />}
    </DeskColumn>
  );
}

export function FollowUpsDue({ day: { followUpsDue } }: { day: Dashboard }) {
  const t = useTranslations('today');
  const path = useCenterPath();
  if (!followUpsDue) return null;
  return (
    <DeskColumn
      title={t('desk.followUps')}
      count={followUpsDue.count}
      href={`${path('leads')}?view=list&next=TODAY`}
      items={followUpsDue.items}
      keyOf={(followUp) => followUp.id}
      none={t('desk.followUpsNone')}
      act={<ListExport kind="follow-ups" filters={{ due: 'now' }} of={t('desk.followUps')} />}
    >
      {(followUp) => <FollowUpLine followUp={followUp} />}
    </DeskColumn>
  );
}

function FollowUpLine({ followUp }: { followUp: FollowUp }) {
  const t = useTranslations('today');
  const format = useFormatting();
  const path = useCenterPath();
  const { studentName, guardianName, leadId, studentId, phone, overdue } = followUp;
  const href = leadId ? path('leads', leadId) : path('students', studentId);
  const dueOn = dayIn(format.timezone, followUp.dueAt);
  const when = dueOn === format.today() ? format.time(followUp.dueAt) : format.shortDate(dueOn).slice(0, 5);
  return (
    <>
      <div className={styles.line}>
        <Link className={styles.link} href={href} prefetch={false} dir="auto">
          {studentName}
        </Link>
        <StatusChip tone={overdue ? 'bad' : 'warn'}>{t(overdue ? 'desk.overdue' : 'desk.due', { when })}</StatusChip>
      </div>
      {followUp.note && (
        <p className={styles.small} dir="auto">
          {followUp.note}
        </p>
      )}
      <div className={styles.line}>
        {phone && <PhoneLinks phone={phone} name={guardianName ?? studentName} />}
        <Link
          className={styles.link}
          href={href}
          prefetch={false}
          aria-label={t('desk.howDidItGoName', { name: studentName })}
        >
          {t('desk.howDidItGo')}
        </Link>
      </div>
    </>
  );
}

export function TrialsToday({ day: { date, trialsToday } }: { day: Dashboard }) {
  const t = useTranslations('today');
  const path = useCenterPath();
  return (
    <DeskColumn
      title={t('desk.trials')}
      count={trialsToday.count}
      href={`${path('intro-visits')}?date=${date}`}
      items={trialsToday.items}
      keyOf={(visit) => visit.id}
      none={t('desk.trialsNone')}
    >
      {(visit) => <TrialLine visit={visit} />}
    </DeskColumn>
  );
}

const trialTones = { SCHEDULED: 'trial', ATTENDED: 'good', NO_SHOW: 'bad', CANCELLED: 'ink' } as const;

function TrialLine({ visit }: { visit: IntroVisit }) {
  const t = useTranslations('today');
  const format = useFormatting();
  const path = useCenterPath();
  const years = visit.ageYears === null ? [] : [t('desk.age', { years: visit.ageYears })];
  const trainer = visit.trainer ? [t('desk.withTrainer', { trainer: visit.trainer.name })] : [];
  return (
    <>
      <div className={styles.line}>
        <Link className={styles.link} href={path('leads', visit.leadId)} prefetch={false} dir="auto">
          {visit.studentName}
        </Link>
        <StatusChip tone={trialTones[visit.status]}>{t(`desk.trialState.${visit.status}`)}</StatusChip>
      </div>
      <p className={styles.small}>
        {[format.time(visit.scheduledAt), visit.sessionName ?? '', ...years, ...trainer].filter(Boolean).join(' · ')}
      </p>
      {visit.phone && <PhoneLinks phone={visit.phone} name={visit.studentName} />}
    </>
  );
}
