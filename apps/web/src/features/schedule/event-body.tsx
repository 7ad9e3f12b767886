'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { SeatBar } from '../../components/seat-bar.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './schedule.module.css';
import { minutesOf } from './span.ts';

/** One class within the grid: time, name, how full, whose. */
export function EventBody({ session, isShort }: { session: ClassSession; isShort: boolean }) {
  const t = useTranslations('schedule');
  const format = useFormatting();
  const state = session.status === 'CANCELLED' || session.status === 'DRAFT' ? session.status : undefined;
  const word = state && t(state === 'DRAFT' ? 'draft' : 'cancelled');
  const seats = t('seats', { taken: session.seatsTaken, capacity: session.capacity });
  if (isShort) {
    return (
      <span className={styles.event} data-state={state}>
        <span className={styles.short}>
          <b>{format.clock(session.startTime)}</b> {session.name} {word && `(${word})`}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.event} data-state={state}>
      <b>{session.name}</b>
      <span>{[format.clock(session.startTime), word ?? seats].join(' · ')}</span>
      {session.trainer && !isBrief(session) && <span>{session.trainer.name}</span>}
      {!state && <SeatBar taken={session.seatsTaken} capacity={session.capacity} />}
    </span>
  );
}

/** There is room for two lines only. */
const isBrief = ({ startTime, endTime }: ClassSession) => minutesOf(endTime) - minutesOf(startTime) < 55;
