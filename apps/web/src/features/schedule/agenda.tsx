'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { SeatBar } from '../../components/seat-bar.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './schedule.module.css';

interface AgendaProps {
  sessions: readonly ClassSession[];
  onOpen: (sessionId: string) => void;
}

/** The calendar as a list by day: the whole of it on a phone, and for reading aloud. */
export function Agenda({ sessions, onOpen }: AgendaProps) {
  const format = useFormatting();
  const days = [...Map.groupBy(sessions, (session) => session.date)];
  return days.map(([date, ofDay]) => (
    <section key={date} className={styles.agendaDay} aria-label={format.day(date)}>
      <h2>{format.day(date)}</h2>
      <ul>
        {ofDay.map((session) => (
          <li key={session.id}>
            <AgendaLine session={session} onOpen={() => onOpen(session.id)} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function AgendaLine({ session, onOpen }: { session: ClassSession; onOpen: () => void }) {
  const t = useTranslations('schedule');
  const format = useFormatting();
  const seats = t('seats', { taken: session.seatsTaken, capacity: session.capacity });
  return (
    <button
      type="button"
      className={styles.line}
      data-state={session.status === 'CANCELLED' ? 'CANCELLED' : undefined}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <span className={styles.times}>
        <strong>{format.clock(session.startTime)}</strong>
        <span>{format.clock(session.endTime)}</span>
      </span>
      <span className={styles.what}>
        <strong dir="auto">{session.name}</strong>
        <span>{session.trainer ? `${seats} · ${session.trainer.name}` : seats}</span>
        <SeatBar taken={session.seatsTaken} capacity={session.capacity} />
      </span>
      <StateChips session={session} />
    </button>
  );
}

export function StateChips({ session }: { session: ClassSession }) {
  const t = useTranslations('schedule');
  if (session.status === 'CANCELLED') return <StatusChip tone="ink">{t('cancelled')}</StatusChip>;
  if (session.status === 'DRAFT') return <StatusChip tone="warn">{t('draft')}</StatusChip>;
  if (session.status === 'COMPLETED') return <StatusChip tone="ink">{t('past')}</StatusChip>;
  if (session.waitlistCount > 0) {
    return <StatusChip tone="warn">{t('waiting', { count: session.waitlistCount })}</StatusChip>;
  }
  return null;
}
