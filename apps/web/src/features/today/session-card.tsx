'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { SeatBar } from '../../components/seat-bar.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import type { Tone } from '../../components/tokens.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { type SessionState, stateOf } from './session-state.ts';
import styles from './today.module.css';

interface SessionCardProps {
  session: ClassSession;
  now: number;
  isOpen: boolean;
  /** Opens the roster beside the list; without it the card leads to the roster's own page. */
  onOpen?: (() => void) | undefined;
  /** The trainer's name, where the reader is somebody else. */
  withTrainer?: boolean;
}

export function SessionCard({ session, now, isOpen, onOpen, withTrainer = false }: SessionCardProps) {
  const path = useCenterPath();
  const body = <CardBody session={session} now={now} withTrainer={withTrainer} />;
  if (!onOpen) {
    return (
      <Link className={styles.session} href={path('sessions', session.id)} prefetch={false}>
        {body}
      </Link>
    );
  }
  return (
    <button type="button" className={styles.session} aria-current={isOpen || undefined} onClick={onOpen}>
      {body}
    </button>
  );
}

function CardBody({ session, now, withTrainer }: Pick<SessionCardProps, 'session' | 'now' | 'withTrainer'>) {
  const t = useTranslations('today');
  const format = useFormatting();
  const seats = t('seats', { taken: session.seatsTaken, capacity: session.capacity });
  const makeUps = session.makeUpCount > 0 ? [t('makeUps', { count: session.makeUpCount })] : [];
  const trainer = withTrainer && session.trainer ? [session.trainer.name] : [];
  return (
    <>
      <time dateTime={session.startsAt}>{format.time(session.startsAt)}</time>
      <span className={styles.what}>
        <span className={styles.name} dir="auto">
          {session.name}
        </span>
        <span className={styles.small}>{[seats, ...makeUps, ...trainer].join(' · ')}</span>
        <SeatBar taken={session.seatsTaken} capacity={session.capacity} />
      </span>
      <StateChip state={stateOf(session, now)} />
    </>
  );
}

const tones: Record<SessionState['is'], Tone> = {
  CANCELLED: 'ink',
  DRAFT: 'ink',
  taken: 'good',
  now: 'warn',
  late: 'warn',
  missed: 'bad',
  over: 'ink',
  inMinutes: 'info',
  inHours: 'ink',
};

function StateChip({ state }: { state: SessionState }) {
  const t = useTranslations('today');
  return <StatusChip tone={tones[state.is]}>{t(`state.${state.is}`, { ...state })}</StatusChip>;
}
