import type { CenterSettings, Mark, Warning } from '@cartwheel/contracts';
import type { RosterSource } from './attendance.repository.ts';

type Reason = keyof CenterSettings['attendance']['onInactive'];
type Kind = RosterSource['kind'];
type Row = Pick<RosterSource, 'kind' | 'mark' | 'coversDay' | 'lapsedOn' | 'restsUntil'>;

const reasons: Partial<Record<Warning['code'], Reason>> = {
  EXPIRED: 'expired',
  USED_UP: 'usedUp',
  PAUSED: 'paused',
  UNPAID: 'unpaid',
};

/** The student was there. */
export const attends = (mark: Mark | null): boolean =>
  mark === 'PRESENT' || mark === 'LATE' || mark === 'MAKEUP' || mark === 'TRIAL';

/** In a trial or make-up seat, present means trial or make-up. */
export function recorded(status: Mark, kind: Kind): Mark {
  return status === 'PRESENT' && (kind === 'TRIAL' || kind === 'MAKEUP') ? kind : status;
}

/** A trial costs no visit, however it is marked; a make-up that was earned is paid. */
export const usesVisit = (mark: Mark, { kind, paidByMakeUp }: Pick<RosterSource, 'kind' | 'paidByMakeUp'>): boolean =>
  attends(mark) && mark !== 'TRIAL' && kind !== 'TRIAL' && !paidByMakeUp;

/** The seat taken by somebody who comes without one; who had announced an absence takes the own seat again. */
export function walkInKind(status: Mark, gaveUpSeat: boolean): 'DROP_IN' | 'ENROLLED' | 'MAKEUP' | 'TRIAL' {
  if (status === 'MAKEUP' || status === 'TRIAL') return status;
  return gaveUpSeat ? 'ENROLLED' : 'DROP_IN';
}

/** Excused is no no-show; without a mark the seat is as it was. */
export function bookingStatusFor(mark: Mark | null): 'ATTENDED' | 'NO_SHOW' | 'CONFIRMED' {
  if (attends(mark)) return 'ATTENDED';
  return mark === 'ABSENT' ? 'NO_SHOW' : 'CONFIRMED';
}

/** The same fact, seen as an intro visit. */
export function introResultFor(mark: Mark | null): 'ATTENDED' | 'NO_SHOW' | 'SCHEDULED' {
  if (attends(mark)) return 'ATTENDED';
  return mark === 'ABSENT' ? 'NO_SHOW' : 'SCHEDULED';
}

/**
 * Warnings are about today; a roster is about its day. What was bought covers a day although it has ended since, what rests
 * today may not rest then, the visit used here is not missing here, and a trial needs no enrollment.
 */
export function warningsFor(row: Row, warnings: readonly Warning[]): Warning[] {
  const applying = warnings.filter(({ code }) => {
    if (reasons[code] && row.kind === 'TRIAL') return false;
    if (code === 'EXPIRED') return !row.coversDay;
    if (code === 'PAUSED') return false;
    return code !== 'USED_UP' || !attends(row.mark);
  });
  const isTold = applying.some(({ code }) => code === 'EXPIRED');
  return [
    ...(row.lapsedOn && !isTold ? [{ code: 'EXPIRED' as const, date: row.lapsedOn }] : []),
    ...(row.restsUntil && row.kind !== 'TRIAL' ? [{ code: 'PAUSED' as const, date: row.restsUntil }] : []),
    ...applying,
  ];
}

/** The warnings for which the center may refuse. */
export const inactiveOf = (warnings: readonly Warning[]): Warning[] => warnings.filter(({ code }) => reasons[code]);

/** Why the center lets this student not in, or undefined. Who was let in stays so: a correction is never refused. */
export function blockerOf(
  row: Pick<RosterSource, 'mark'>,
  warnings: readonly Warning[],
  onInactive: CenterSettings['attendance']['onInactive'],
): Warning['code'] | undefined {
  if (attends(row.mark)) return undefined;
  return warnings.find(({ code }) => {
    const reason = reasons[code];
    return reason !== undefined && onInactive[reason] === 'BLOCK';
  })?.code;
}

/**
 * What somebody sees who may see `visible`. A reason that is kept from them holds all the same, without being named: the
 * front desk may.
 */
export function withoutSecrets(visible: readonly Warning[], blocker: Warning['code'] | undefined) {
  if (!blocker || visible.some(({ code }) => code === blocker)) return { warnings: [...visible], blocker };
  const warning: Warning = { code: 'SEE_FRONT_DESK' };
  return { warnings: [...visible, warning], blocker: warning.code };
}
