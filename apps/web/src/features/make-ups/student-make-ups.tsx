'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { BookSheet } from './book-sheet.tsx';
import { AbsenceList, CreditList, NextClasses, UpcomingMakeUps } from './make-up-lists.tsx';
import styles from './make-ups.module.css';
import { type StudentMakeUps as MakeUps, useStudentMakeUps } from './queries.ts';
import { useActs } from './use-acts.ts';

interface Student {
  id: string;
  name: string;
}

/** A student's make-ups: what is in hand, what is booked, which classes come next, and which were missed. */
export function StudentMakeUps({ student }: { student: Student }) {
  const t = useTranslations('make-ups');
  const query = useStudentMakeUps(student.id);
  return (
    <QueryView query={query} failure={t('loadFailed')}>
      {(makeUps) => <Shown student={student} makeUps={makeUps} />}
    </QueryView>
  );
}

function Shown({ student, makeUps }: { student: Student; makeUps: MakeUps }) {
  const t = useTranslations('make-ups');
  const { may } = useSession();
  const acts = useActs(student);
  const [isBooking, setBooking] = useState(false);
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <Balance makeUps={makeUps} />
        {may('make-ups:write') && (
          <Button disabled={makeUps.balance === 0} onClick={() => setBooking(true)}>
            {t('book')}
          </Button>
        )}
      </div>
      <ProblemNotice problem={acts.error} words={{ in_use: t('problem.used'), capacity_full: t('problem.full') }} />
      <UpcomingMakeUps makeUps={makeUps} acts={acts} />
      <NextClasses makeUps={makeUps} acts={acts} />
      <AbsenceList makeUps={makeUps} acts={acts} />
      <CreditList makeUps={makeUps} />
      {isBooking && <BookSheet student={student} makeUps={makeUps} onClose={() => setBooking(false)} />}
    </div>
  );
}

function Balance({ makeUps: { balance, credits, policy } }: { makeUps: MakeUps }) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const first = credits
    .filter(({ state }) => state === 'AVAILABLE')
    .map(({ expiresOn }) => expiresOn)
    .toSorted()[0];
  return (
    <div>
      <p className={styles.balance}>
        <strong className="cw-number">{balance}</strong>
        <span>{t('toBook', { count: balance })}</span>
      </p>
      <p className={styles.muted}>
        {first
          ? t('firstExpires', { day: format.day(first) })
          : t(policy.enabled ? 'howToEarn' : 'disabled', { hours: policy.noticeHours, most: policy.mostPerPeriod })}
      </p>
    </div>
  );
}
