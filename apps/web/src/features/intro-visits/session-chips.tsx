'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { DayOfSessions } from './session-choice.ts';
import styles from './session-chips.module.css';

interface SessionChipsProps {
  days: readonly DayOfSessions[];
  /** While one is being booked no other can be. */
  isBusy: boolean;
  onPick: (session: ClassSession) => void;
}

export function SessionChips({ days, isBusy, onPick }: SessionChipsProps) {
  const t = useTranslations('intro-visits');
  const format = useFormatting();
  return (
    <div className={styles.days}>
      {days.map((day) => (
        <section key={day.date} aria-label={format.day(day.date)}>
          <h3>
            {format.day(day.date)}
            {day.isPreferred && <StatusChip tone="info">{t('preferred')}</StatusChip>}
          </h3>
          <ul>
            {day.sessions.map((session) => (
              <li key={session.id}>
                <button
                  type="button"
                  className={styles.session}
                  disabled={isBusy || session.seatsLeft === 0}
                  onClick={() => onPick(session)}
                >
                  <span className={styles.what}>
                    <strong>{format.time(session.startsAt)}</strong> {session.name}
                    {session.trainer && <span className={styles.who}> · {session.trainer.name}</span>}
                  </span>
                  <StatusChip tone={seatTone(session.seatsLeft)}>
                    {t('seats', { left: session.seatsLeft, capacity: session.capacity })}
                  </StatusChip>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function seatTone(left: number) {
  if (left === 0) return 'bad';
  return left < 3 ? 'warn' : 'good';
}
