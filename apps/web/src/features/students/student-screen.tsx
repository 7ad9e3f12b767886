'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { ListExport } from '../../components/list-export.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { AttendanceStrip, shownSince } from './attendance-strip.tsx';
import { FamilyCard } from './family-card.tsx';
import { LookAlikes } from './look-alikes.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { PlanList } from './plan-list.tsx';
import { type Student, useStudent } from './queries.ts';
import { StudentHeader } from './student-header.tsx';
import { StudentTimeline } from './student-timeline.tsx';
import styles from './students.module.css';

const tabs = ['timeline', 'skills', 'reports', 'plans', 'attendance', 'makeUps'] as const;

/** Tabs of other features, which the page brings along. */
interface OtherTabs {
  skills?: (student: Student) => ReactNode;
  reports?: (student: Student) => ReactNode;
  makeUps?: (student: Student) => ReactNode;
}

interface StudentScreenProps {
  id: string;
  others?: OtherTabs;
  /** Cards of other features, beside the facts. */
  cards?: (student: Student) => ReactNode;
}

export function StudentScreen({ id, others = {}, cards }: StudentScreenProps) {
  const t = useTranslations('students');
  const student = useStudent(id);
  return (
    <QueryView query={student} failure={t('oneFailed')}>
      {(found) => <Profile student={found} others={others} cards={cards?.(found)} />}
    </QueryView>
  );
}

function Profile({ student, others, cards }: { student: Student; others: OtherTabs; cards: ReactNode }) {
  const t = useTranslations('students');
  const { may } = useSession();
  const { values, change } = useUrlState({ tab: 'timeline' });
  const [mergeWith, setMergeWith] = useState<string | null>(null);
  const isOffered = {
    timeline: true,
    skills: others.skills !== undefined && may('progress:read'),
    reports: others.reports !== undefined && may('report-cards:read'),
    plans: may('enrollments:read'),
    attendance: true,
    makeUps: others.makeUps !== undefined && may('attendance:read'),
  };
  const offered = tabs.filter((name) => isOffered[name]);
  const tab = offered.find((name) => name === values.tab) ?? 'timeline';
  return (
    <>
      <StudentHeader student={student} />
      {may('students:archive') && <LookAlikes student={student} onCompare={setMergeWith} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          <ChoiceChips
            label={t('show')}
            hideLabel
            value={tab}
            onChange={(next) => change({ tab: next })}
            choices={offered.map((value) => ({ value, label: t(`tab.${value}`) }))}
          />
          <FormCard title={t(`tab.${tab}`)} actions={<TabExport tab={tab} student={student} />}>
            {tab === 'timeline' && <StudentTimeline student={student} />}
            {tab === 'skills' && others.skills?.(student)}
            {tab === 'reports' && others.reports?.(student)}
            {tab === 'plans' && <PlanList studentId={student.id} />}
            {tab === 'attendance' && <AttendanceStrip studentId={student.id} />}
            {tab === 'makeUps' && others.makeUps?.(student)}
          </FormCard>
        </div>
        <div className={styles.main}>
          <FamilyCard student={student} />
          <Facts student={student} />
          {cards}
        </div>
      </div>
      {mergeWith && <MergeSheet student={student} otherId={mergeWith} onClose={() => setMergeWith(null)} />}
    </>
  );
}

/** What a tab lists, as a file; the timeline is no list. */
function TabExport({ tab, student: { id, name } }: { tab: (typeof tabs)[number]; student: Student }) {
  const t = useTranslations('students');
  const { today } = useFormatting();
  const of = `${name}, ${t(`tab.${tab}`)}`;
  const studentId = id;
  if (tab === 'plans') return <ListExport kind="enrollments" filters={{ studentId }} of={of} />;
  if (tab === 'skills') return <ListExport kind="skills" filters={{ studentId }} of={of} />;
  if (tab === 'reports') return <ListExport kind="report-cards" filters={{ studentId }} of={of} />;
  if (tab === 'makeUps') return <ListExport kind="make-ups" filters={{ studentId }} of={of} />;
  if (tab !== 'attendance') return null;
  return <ListExport kind="student-attendance" filters={{ id, from: shownSince(today()) }} of={of} />;
}

function Facts({ student }: { student: Student }) {
  const t = useTranslations('students');
  const format = useFormatting();
  const path = useCenterPath();
  const facts: [string, string][] = [
    [t('fact.born'), student.dob ? format.date(student.dob) : ''],
    [t('fact.school'), student.school ?? ''],
    [t('fact.interests'), (student.interests ?? []).join(', ')],
    [t('fact.medical'), student.medicalNotes ?? ''],
    [t('fact.notes'), student.notes ?? ''],
    [t('fact.balance'), student.balance && student.balance.amountMinor !== 0 ? format.money(student.balance) : ''],
  ];
  const known = facts.filter(([, value]) => value);
  const next = student.nextSession;
  if (known.length === 0 && student.siblings.length === 0 && !next) return null;
  return (
    <FormCard title={t('about')}>
      {next && (
        <p className={styles.plain}>
          {t('nextClass')}{' '}
          <Anchor component={Link} href={path('sessions', next.id)} prefetch={false}>
            {`${format.day(next.date)}, ${format.clock(next.startTime)} · ${next.name}`}
          </Anchor>
        </p>
      )}
      <dl className={styles.facts}>
        {known.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {student.siblings.length > 0 && (
        <p className={styles.plain}>
          {t('siblings')}{' '}
          {student.siblings.map((sibling) => (
            <Anchor key={sibling.id} component={Link} href={path('students', sibling.id)} prefetch={false} mr={8}>
              {sibling.name}
            </Anchor>
          ))}
        </p>
      )}
    </FormCard>
  );
}
