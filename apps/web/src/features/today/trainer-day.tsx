'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { BeforeYouStart } from './before-you-start.tsx';
import { DayStepper } from './day-stepper.tsx';
import { NoClasses } from './no-classes.tsx';
import { useDashboard, useOwnSessions } from './queries.ts';
import { SessionCard } from './session-card.tsx';
import { currentOf } from './session-state.ts';
import styles from './today.module.css';
import { useNow } from './use-now.ts';

export function TrainerDay({ rosterOf }: { rosterOf: (sessionId: string) => ReactNode }) {
  const t = useTranslations('today');
  const { today } = useFormatting();
  const { values, change } = useUrlState({ date: '', session: '' });
  const date = values.date || today();
  const isToday = date === today();
  const dashboard = useDashboard();
  const query = useOwnSessions(date, isToday);
  return (
    <div className={styles.panes}>
      <div className={`${styles.list} cw-no-print`}>
        <div className={styles.head}>
          <h1>{t('title')}</h1>
          {query.data && <span className={styles.small}>{t('classes', { count: query.data.length })}</span>}
        </div>
        <DayStepper date={date} onChange={(day) => change({ date: day === today() ? '' : day, session: '' })} />
      </div>
      <QueryView query={query} failure={t('loadFailed')}>
        {(sessions) => (
          <Day
            sessions={sessions}
            chosenId={values.session}
            onChoose={(session) => change({ session })}
            rosterOf={rosterOf}
            none={<NoClasses isToday={isToday} next={dashboard.data?.nextSession ?? null} />}
          />
        )}
      </QueryView>
    </div>
  );
}

interface DayProps {
  sessions: readonly ClassSession[];
  chosenId: string;
  onChoose: (sessionId: string) => void;
  rosterOf: (sessionId: string) => ReactNode;
  none: ReactNode;
}

function Day({ sessions, chosenId, onChoose, rosterOf, none }: DayProps) {
  const t = useTranslations('today');
  const router = useRouter();
  const path = useCenterPath();
  const now = useNow();
  const isWide = useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false });
  const open = sessions.find((session) => session.id === chosenId) ?? currentOf(sessions, now);
  const step = (by: number) => () => {
    const at = sessions.findIndex((session) => session.id === open?.id);
    const next = sessions[Math.min(Math.max(at + by, 0), sessions.length - 1)];
    if (next) onChoose(next.id);
  };
  useShortcut('j', t('keys.next'), step(1), sessions.length > 0);
  useShortcut('k', t('keys.previous'), step(-1), sessions.length > 0);
  useShortcut('Enter', t('keys.open'), () => open && router.push(path('sessions', open.id)), sessions.length > 0);
  if (!open) return <div className={styles.none}>{none}</div>;
  return (
    <>
      <div className={`${styles.day} cw-no-print`}>
        <ul className={styles.sessions} aria-label={t('sessions')}>
          {sessions.map((session) => (
            <li key={session.id}>
              <SessionCard
                session={session}
                now={now}
                isOpen={isWide && session.id === open.id}
                onOpen={isWide ? () => onChoose(session.id) : undefined}
              />
            </li>
          ))}
        </ul>
        <BeforeYouStart session={open} />
      </div>
      {isWide && <div className={styles.roster}>{rosterOf(open.id)}</div>}
    </>
  );
}
