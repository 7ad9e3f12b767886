'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SeatBar } from '../../components/seat-bar.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { StateChips } from './agenda.tsx';
import { useChangeSession } from './queries.ts';
import styles from './schedule.module.css';

const EditSession = dynamic(() => import('./edit-session-dialog.tsx').then((module) => module.EditSessionDialog), {
  ssr: false,
});
const CancelSession = dynamic(
  () => import('./cancel-session-dialog.tsx').then((module) => module.CancelSessionDialog),
  { ssr: false },
);

interface SessionPeekProps {
  session: ClassSession;
  onClose: () => void;
}

/** One class of the calendar: what it is, the way to its roster, and what can be done about it. */
export function SessionPeek({ session, onClose }: SessionPeekProps) {
  const [dialog, setDialog] = useState<'edit' | 'cancel' | null>(null);
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  if (dialog === 'edit') return <EditSession session={session} onClose={() => setDialog(null)} />;
  if (dialog === 'cancel') {
    return <CancelSession session={session} onClose={() => setDialog(null)} onDone={onClose} />;
  }
  return (
    <Sheet title={session.name} isOpen onClose={onClose} side={isPhone ? 'bottom' : 'right'}>
      <div className={styles.stack}>
        <About session={session} />
        <Ways session={session} />
        <Acts session={session} onOpen={setDialog} />
      </div>
    </Sheet>
  );
}

function About({ session }: { session: ClassSession }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const format = useFormatting();
  const { trainer, trialCount, makeUpCount } = session;
  const guests = [
    ...(trialCount > 0 ? [t('peek.trials', { count: trialCount })] : []),
    ...(makeUpCount > 0 ? [t('peek.makeUps', { count: makeUpCount })] : []),
  ];
  return (
    <>
      <p>
        <strong>{format.day(session.date)}</strong>, {format.time(session.startsAt)} – {format.time(session.endsAt)}
      </p>
      <p>{trainer ? t('withTrainer', { trainer: trainer.name }) : t('noTrainer', terms)}</p>
      <div>
        <p>{[t('seats', { taken: session.seatsTaken, capacity: session.capacity }), ...guests].join(' · ')}</p>
        <SeatBar taken={session.seatsTaken} capacity={session.capacity} />
      </div>
      <StateChips session={session} />
      {session.cancelReason && <p dir="auto">{t('peek.cancelledWhy', { reason: session.cancelReason })}</p>}
    </>
  );
}

function Ways({ session }: { session: ClassSession }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const path = useCenterPath();
  return (
    <>
      <Button component={Link} href={path('sessions', session.id)} prefetch={false} size="lg">
        {t('peek.roster')}
      </Button>
      {session.batchId && (
        <Button component={Link} href={path('batches', session.batchId)} prefetch={false} variant="default">
          {t('peek.batch', terms)}
        </Button>
      )}
    </>
  );
}

function Acts({ session, onOpen }: { session: ClassSession; onOpen: (dialog: 'edit' | 'cancel') => void }) {
  const t = useTranslations('schedule');
  const { may } = useSession();
  const publish = useChangeSession(() => toast.done(t('peek.published')));
  if (!may('sessions:write') || session.status === 'CANCELLED') return null;
  if (session.status === 'COMPLETED') return <p>{t('peek.locked')}</p>;
  return (
    <>
      <ProblemNotice problem={publish.error} />
      {session.status === 'DRAFT' && (
        <Button
          variant="default"
          loading={publish.isPending}
          onClick={() =>
            publish.mutate({ params: { id: session.id }, ifMatch: session.version, body: { status: 'PUBLISHED' } })
          }
        >
          {t('peek.publish')}
        </Button>
      )}
      <Button variant="default" onClick={() => onOpen('edit')}>
        {t('peek.edit')}
      </Button>
      <Button variant="light" color="bad" onClick={() => onOpen('cancel')}>
        {t('peek.cancel')}
      </Button>
    </>
  );
}
