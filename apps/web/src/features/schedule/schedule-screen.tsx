'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty, Forbidden, Loading } from '../../components/state-views.tsx';
import { useCenter } from '../../lib/center.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { Agenda } from './agenda.tsx';
import type { WallTimes } from './change-scope.ts';
import { useSessionsIn } from './queries.ts';
import styles from './schedule.module.css';
import { type ScheduleState, useScheduleState } from './schedule-state.ts';
import { ScheduleToolbar } from './schedule-toolbar.tsx';
import { SessionPeek } from './session-peek.tsx';

const grey = <Skeleton height={480} radius="lg" />;
const ScheduleGrid = dynamic(() => import('./schedule-grid.tsx').then((module) => module.ScheduleGrid), {
  ssr: false,
  loading: () => grey,
});
const NewSession = dynamic(() => import('./new-session-dialog.tsx').then((module) => module.NewSessionDialog), {
  ssr: false,
});
const EditSession = dynamic(() => import('./edit-session-dialog.tsx').then((module) => module.EditSessionDialog), {
  ssr: false,
});
const Closures = dynamic(() => import('./closures-dialog.tsx').then((module) => module.ClosuresDialog), {
  ssr: false,
});

export function ScheduleScreen() {
  const t = useTranslations('schedule');
  const { may } = useSession();
  const { name, timezone } = useCenter();
  const state = useScheduleState();
  const sessions = useSessionsIn({ ...state.span, trainerUserId: state.trainer });
  const [dialog, setDialog] = useState<'new' | 'closures' | null>(null);
  const [dragged, setDragged] = useState<{ session: ClassSession; to: WallTimes } | null>(null);
  useShortcut('n', t('keys.new'), () => setDialog('new'), may('sessions:write'));
  if (!may('sessions:read')) return <Forbidden who={t('whoMay')} isPage />;
  const peeked = sessions.data?.find((session) => session.id === state.sessionId);
  return (
    <>
      <PageHeader title={t('title')} actions={<Actions onOpen={setDialog} />} />
      <ScheduleToolbar state={state} />
      <p className={styles.zone}>{t('zone', { center: name, zone: timezone })}</p>
      <QueryView query={sessions} failure={t('loadFailed')} loading={<Loading>{grey}</Loading>}>
        {(found) => <Calendar state={state} sessions={found} onMove={(session, to) => setDragged({ session, to })} />}
      </QueryView>
      {peeked && <SessionPeek session={peeked} onClose={() => state.peek('')} />}
      {dragged && <EditSession session={dragged.session} movedTo={dragged.to} onClose={() => setDragged(null)} />}
      {dialog === 'new' && <NewSession date={state.date} onClose={() => setDialog(null)} />}
      {dialog === 'closures' && <Closures onClose={() => setDialog(null)} />}
    </>
  );
}

function Actions({ onOpen }: { onOpen: (dialog: 'new' | 'closures') => void }) {
  const t = useTranslations('schedule');
  const { may } = useSession();
  return (
    <>
      <Button variant="default" onClick={() => onOpen('closures')}>
        {t('closures')}
      </Button>
      {may('sessions:write') && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onOpen('new')}>
          {t('newSession')}
        </Button>
      )}
    </>
  );
}

interface CalendarProps {
  state: ScheduleState;
  sessions: readonly ClassSession[];
  onMove: (session: ClassSession, to: WallTimes) => void;
}

function Calendar({ state, sessions, onMove }: CalendarProps) {
  const { may } = useSession();
  const { view } = state;
  if (sessions.length === 0) {
    return (
      <div className="cw-card">
        <NoSessions state={state} />
      </div>
    );
  }
  if (view === 'agenda') return <Agenda sessions={sessions} onOpen={state.peek} />;
  return (
    <ScheduleGrid
      view={view}
      date={state.date}
      weekStart={state.weekStart}
      sessions={sessions}
      onOpen={state.peek}
      onDay={state.openDay}
      onMove={may('sessions:write') ? onMove : undefined}
    />
  );
}

function NoSessions({ state }: { state: ScheduleState }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const path = useCenterPath();
  const { may } = useSession();
  if (state.trainer) return <FilteredEmpty title={t('noneFiltered', terms)} onClear={() => state.filter('')} />;
  return (
    <Empty
      title={t('none')}
      text={may('batches:write') && t('noneText', terms)}
      action={
        <Button component={Link} href={path('batches')} prefetch={false} variant="default">
          {t('toBatches', terms)}
        </Button>
      }
    />
  );
}
