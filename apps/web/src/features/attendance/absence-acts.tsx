'use client';

import type { ClassSession, RosterRow } from '@cartwheel/contracts';
import { Button, TextInput } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { isPresent } from './marks.ts';
import { useAbsence } from './queries.ts';
import styles from './roster.module.css';

interface AbsenceActsProps {
  row: RosterRow;
  session: ClassSession;
  onClose: () => void;
}

/** For who may announce an absence here, while the class is not over; or take the announcement back before it begins. */
export function AbsenceActs({ row, session, onClose }: AbsenceActsProps) {
  const { may } = useSession();
  if (!may('make-ups:write') || session.status === 'CANCELLED' || session.status === 'COMPLETED') return null;
  if (row.absence && row.kind === null) return <Withdraw {...{ row, session, onClose }} absenceId={row.absence.id} />;
  const mayStayAway = (row.kind === 'ENROLLED' || row.kind === 'DROP_IN') && !isPresent(row.mark);
  return mayStayAway && <Announce {...{ row, session, onClose }} />;
}

function Announce({ row, session, onClose }: AbsenceActsProps) {
  const t = useTranslations('attendance');
  const format = useFormatting();
  const [note, setNote] = useState<string | null>(null);
  const { announce, isPending, error } = useAbsence(session.id, ({ credit, noCreditReason }) => {
    const until = credit ? format.dayMonth(credit.expiresOn) : '';
    toast.done(t('absence.done', { name: row.name, reason: noCreditReason ?? 'none', until }));
    onClose();
  });
  if (note === null) {
    return (
      <Button variant="default" size="lg" leftSection={<IconCalendarOff size={20} />} onClick={() => setNote('')}>
        {t('absence.announce')}
      </Button>
    );
  }
  return (
    <div className={styles.stack}>
      <p className={styles.detail}>{t('absence.effect')}</p>
      <TextInput
        label={t('absence.note')}
        data-autofocus
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemNotice problem={error} />
      <Button size="lg" loading={isPending} onClick={() => announce(row.studentId, note.trim())}>
        {t('absence.announce')}
      </Button>
    </div>
  );
}

function Withdraw({ row, session, onClose, absenceId }: AbsenceActsProps & { absenceId: string }) {
  const t = useTranslations('attendance');
  const { withdraw, isPending, error } = useAbsence(session.id, () => {});
  return (
    <>
      <ProblemNotice problem={error} words={{ capacity_full: t('absence.seatTaken') }} />
      <Button
        variant="default"
        size="lg"
        loading={isPending}
        onClick={() =>
          withdraw(absenceId, () => {
            toast.done(t('absence.withdrawn', { name: row.name }));
            onClose();
          })
        }
      >
        {t('absence.withdraw')}
      </Button>
    </>
  );
}
