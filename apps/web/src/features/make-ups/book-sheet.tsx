'use client';

import { Button, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Empty } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import styles from './make-ups.module.css';
import { type MakeUpOption, type StudentMakeUps, useBooking, useOptions } from './queries.ts';

interface BookSheetProps {
  student: { id: string; name: string };
  makeUps: StudentMakeUps;
  onClose: () => void;
}

/** The classes that fit, day by day. One tap books; who may overbook can look past age and level, with a reason. */
export function BookSheet({ student, makeUps, onClose }: BookSheetProps) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const { may } = useSession();
  const [misfits, setMisfits] = useState(false);
  const [reason, setReason] = useState('');
  const options = useOptions(student.id, misfits);
  const booking = useBooking(student.id, ({ sessionName, date }) => {
    toast.done(t('done', { student: student.name, name: sessionName, day: format.day(date) }));
    onClose();
  });
  const lastDay = lastDayOf(makeUps);
  return (
    <Sheet title={t('bookFor', { name: student.name })} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        {lastDay && <p className={styles.muted}>{t('usableUntil', { day: format.day(lastDay) })}</p>}
        {may('sessions:overbook') && (
          <Switch
            label={t('misfits')}
            checked={misfits}
            onChange={(event) => setMisfits(event.currentTarget.checked)}
          />
        )}
        {misfits && (
          <TextInput
            label={t('reason')}
            description={t('reasonHint')}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <ProblemNotice problem={booking.error} words={{ insufficient_credits: t('problem.none') }} />
        <QueryView query={options} failure={t('optionsFailed')}>
          {({ items }) => (
            <Days
              options={items.filter(({ date }) => !lastDay || date <= lastDay)}
              pendingId={booking.bookingId}
              hasReason={reason.trim() !== ''}
              onBook={(id) => booking.book(id, reason.trim())}
            />
          )}
        </QueryView>
      </div>
    </Sheet>
  );
}

const lastDayOf = ({ credits }: StudentMakeUps): string | undefined =>
  credits
    .filter(({ state }) => state === 'AVAILABLE')
    .map(({ expiresOn }) => expiresOn)
    .toSorted()
    .at(-1);

interface DaysProps {
  options: readonly MakeUpOption[];
  pendingId: string | undefined;
  hasReason: boolean;
  onBook: (classSessionId: string) => void;
}

function Days({ options, ...rest }: DaysProps) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  if (options.length === 0) return <Empty title={t('noOptions')} text={t('noOptionsText')} />;
  return [...Map.groupBy(options, ({ date }) => date)].map(([date, ofDay]) => (
    <section key={date} className={styles.part}>
      <h3>{format.day(date)}</h3>
      <ul className={styles.list}>
        {ofDay.map((option) => (
          <Option key={option.classSessionId} option={option} {...rest} />
        ))}
      </ul>
    </section>
  ));
}

function Option({ option, pendingId, hasReason, onBook }: { option: MakeUpOption } & Omit<DaysProps, 'options'>) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const { classSessionId, sessionName, startTime, endTime, seatsLeft, trainer, misfit } = option;
  return (
    <li>
      <span className={styles.what}>
        <strong dir="auto">{sessionName}</strong>
        <span className={styles.muted}>
          {[`${format.clock(startTime)} – ${format.clock(endTime)}`, trainer?.name, t('seats', { count: seatsLeft })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={styles.side}>
        {misfit && <StatusChip tone="warn">{t(`misfit.${misfit}`)}</StatusChip>}
        <Button
          aria-label={t('bookLabel', {
            name: sessionName,
            day: format.day(option.date),
            time: format.clock(startTime),
          })}
          loading={pendingId === classSessionId}
          disabled={(pendingId !== undefined && pendingId !== classSessionId) || (misfit !== null && !hasReason)}
          onClick={() => onBook(classSessionId)}
        >
          {t('bookOne')}
        </Button>
      </span>
    </li>
  );
}
