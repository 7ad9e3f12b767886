'use client';

import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import styles from './make-ups.module.css';
import type { StudentMakeUps } from './queries.ts';
import type { Acts } from './use-acts.ts';

interface ListProps {
  makeUps: StudentMakeUps;
  acts: Acts;
}

const bookingTones = { CONFIRMED: 'makeup', ATTENDED: 'good', NO_SHOW: 'bad', CANCELLED: 'ink' } as const;

export function UpcomingMakeUps({ makeUps: { bookings }, acts }: ListProps) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const { may } = useSession();
  return (
    <Part title={t('booked')} count={bookings.length}>
      {bookings.map((booking) => (
        <li key={booking.id}>
          <span className={styles.what}>
            <ClassLink of={booking} />
            {booking.missed && (
              <span className={styles.muted}>
                {t('makesUpFor', { name: booking.missed.sessionName, day: format.day(booking.missed.date) })}
              </span>
            )}
          </span>
          <span className={styles.side}>
            <StatusChip tone={bookingTones[booking.status]}>{t(`booking.${booking.status}`)}</StatusChip>
            {booking.status === 'CONFIRMED' && may('make-ups:write') && (
              <Button
                variant="default"
                aria-label={t('cancel.label', { name: booking.sessionName, day: format.day(booking.date) })}
                disabled={acts.isPending}
                onClick={() => acts.cancel(booking)}
              >
                {t('cancel.act')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </Part>
  );
}

/** With what announcing an absence now would bring, so that the family hears it before they decide. */
export function NextClasses({ makeUps: { nextClasses }, acts }: ListProps) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const { may } = useSession();
  const own = nextClasses.filter(({ absence }) => absence !== null);
  return (
    <Part title={t('next')} count={own.length}>
      {own.map((next) => (
        <li key={next.classSessionId}>
          <span className={styles.what}>
            <ClassLink of={next} />
            {may('make-ups:write') && (
              <span className={styles.muted}>{t(`would.${next.absence?.noCreditReason ?? 'none'}`)}</span>
            )}
          </span>
          {may('make-ups:write') && (
            <Button
              variant="default"
              aria-label={t('announceLabel', { name: next.sessionName, day: format.day(next.date) })}
              disabled={acts.isPending}
              onClick={() => acts.announce(next)}
            >
              {t('announce')}
            </Button>
          )}
        </li>
      ))}
    </Part>
  );
}

export function AbsenceList({ makeUps: { absences, nextClasses }, acts }: ListProps) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const { may } = useSession();
  const today = format.today();
  return (
    <Part title={t('absences')} count={absences.length}>
      {absences.map((absence) => (
        <li key={absence.id}>
          <span className={styles.what}>
            <ClassLink of={absence} />
            <span className={styles.muted} dir="auto">
              {[t('toldAt', { at: format.dateTime(absence.announcedAt) }), absence.note].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className={styles.side}>
            {absence.withdrawnAt && <StatusChip tone="ink">{t('withdrawnChip')}</StatusChip>}
            {!absence.withdrawnAt && (
              <StatusChip tone={absence.credit ? 'makeup' : 'ink'}>
                {t(`earned.${absence.noCreditReason ?? 'none'}`)}
              </StatusChip>
            )}
            {!absence.withdrawnAt && absence.date >= today && may('make-ups:write') && (
              <Button
                variant="default"
                aria-label={t('withdrawLabel', { name: absence.sessionName, day: format.day(absence.date) })}
                disabled={acts.isPending}
                onClick={() => acts.withdraw(absence)}
              >
                {t('withdraw')}
              </Button>
            )}
          </span>
        </li>
      ))}
      {absences.length === 0 && nextClasses.length === 0 && <li className={styles.muted}>{t('nothing')}</li>}
    </Part>
  );
}

const creditTones = { AVAILABLE: 'good', BOOKED: 'makeup', EXPIRED: 'warn', WITHDRAWN: 'ink' } as const;

export function CreditList({ makeUps: { credits } }: Pick<ListProps, 'makeUps'>) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  return (
    <Part title={t('credits')} count={credits.length}>
      {credits.map((credit) => (
        <li key={credit.id}>
          <span className={styles.what}>
            <span>
              {credit.missed
                ? t('missed', { name: credit.missed.sessionName, day: format.day(credit.missed.date) })
                : t('given', { day: format.day(credit.earnedAt.slice(0, 10)) })}
            </span>
            <span className={styles.muted}>{t('until', { day: format.date(credit.expiresOn) })}</span>
          </span>
          <StatusChip tone={creditTones[credit.state]}>{t(`credit.${credit.state}`)}</StatusChip>
        </li>
      ))}
    </Part>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

function ClassLink({
  of: one,
}: {
  of: { classSessionId: string; sessionName: string; date: string; startTime: string };
}) {
  const format = useFormatting();
  const path = useCenterPath();
  return (
    <Anchor component={Link} href={path('sessions', one.classSessionId)} prefetch={false} dir="auto">
      {`${format.day(one.date)}, ${format.clock(one.startTime)} · ${one.sessionName}`}
    </Anchor>
  );
}
