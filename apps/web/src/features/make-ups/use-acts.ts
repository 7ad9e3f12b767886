'use client';

import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { type StudentMakeUps, useMakeUpActs } from './queries.ts';

type Booking = StudentMakeUps['bookings'][number];
type NextClass = StudentMakeUps['nextClasses'][number];
type Absence = StudentMakeUps['absences'][number];

/** What the desk does with make-ups, each said afterwards; what is refused stands in `error`. */
export function useActs(student: { id: string; name: string }) {
  const t = useTranslations('make-ups');
  const format = useFormatting();
  const confirm = useConfirm();
  const { cancel, announce, withdraw, ...state } = useMakeUpActs();
  const { name } = student;
  const unlessRefused = (act: Promise<unknown>) => void act.catch(() => {});

  const cancelBooking = async (booking: Booking) => {
    const isInTime = Date.now() <= Date.parse(booking.creditReturnsUntil);
    const isSure = await confirm({
      title: t('cancel.title', { name: booking.sessionName, day: format.day(booking.date) }),
      consequence: t(isInTime ? 'cancel.inTime' : 'cancel.late'),
      confirmLabel: t('cancel.confirm'),
      isDangerous: !isInTime,
    });
    if (!isSure) return;
    const { creditReturned } = await cancel(booking.id);
    toast.done(t(creditReturned ? 'cancel.returned' : 'cancel.used', { name }));
  };
  const announceAbsence = async ({ classSessionId }: NextClass) => {
    const { id, credit, noCreditReason } = await announce(classSessionId, student.id);
    const until = credit ? format.dayMonth(credit.expiresOn) : '';
    toast.undoable(t('announced', { name, reason: noCreditReason ?? 'none', until }), () =>
      unlessRefused(withdraw(classSessionId, id)),
    );
  };
  return {
    ...state,
    cancel: (booking: Booking) => unlessRefused(cancelBooking(booking)),
    announce: (next: NextClass) => unlessRefused(announceAbsence(next)),
    withdraw: ({ classSessionId, id }: Absence) =>
      unlessRefused(withdraw(classSessionId, id).then(() => toast.done(t('withdrawn', { name })))),
  };
}

export type Acts = ReturnType<typeof useActs>;
