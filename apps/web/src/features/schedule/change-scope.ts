import type { Batch, ClassSession } from '@cartwheel/contracts';
import { dayPlus, daysApart, weekdayOf } from '../../lib/days.ts';
import type { Body } from '../../lib/operations.ts';
import type { SessionValues } from './session-fields.tsx';

/** Which classes of a batch a change is for. */
export const scopes = ['one', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

export interface WallTimes {
  date: string;
  startTime: string;
  endTime: string;
}

/** The wall of the center now. */
export interface Now {
  today: string;
  time: string;
}

/** A class is moved within its week, so that each week keeps one. */
const FARTHEST_DAYS = 6;

export const isSameTime = (one: WallTimes, other: WallTimes) =>
  one.date === other.date && one.startTime === other.startTime && one.endTime === other.endTime;

/** Only what is different, so that nothing of somebody else's change is written over. */
export function changesIn(values: SessionValues, session: ClassSession): Body<'changeClassSession'> {
  const { date, startTime, endTime, capacity, trainerUserId, overbookReason } = values;
  return {
    ...(date !== session.date && { date: date ?? '' }),
    ...(startTime !== session.startTime && { startTime }),
    ...(endTime !== session.endTime && { endTime }),
    ...(capacity !== session.capacity && { capacity: Number(capacity) }),
    ...(trainerUserId !== (session.trainer?.id ?? '') && { trainerUserId: trainerUserId || null }),
    ...(overbookReason.trim() && { overbookReason: overbookReason.trim() }),
  };
}

/** The same change for a batch; null when it says nothing. A new trainer of the following classes joins the others. */
export function batchChangesIn(
  scope: Exclude<Scope, 'one'>,
  { values, session, batch, now }: { values: SessionValues; session: ClassSession; batch: Batch; now: Now },
): Body<'changeBatch'> | null {
  const { date, startTime, endTime, capacity, trainerUserId } = changesIn(values, session);
  const moveBy = date === undefined ? 0 : daysApart(session.date, date);
  const from = scope === 'following' ? session.date : moveBy === 0 ? undefined : firstDay(session, now);
  const changes = {
    ...(moveBy !== 0 && { moveBy }),
    ...((startTime ?? endTime) !== undefined && { startTime: values.startTime, endTime: values.endTime }),
    ...(capacity !== undefined && { capacity }),
    ...(trainerUserId !== undefined && { trainerUserIds: trainersWith(trainerUserId, batch, scope) }),
  };
  return Object.keys(changes).length > 0 ? { ...changes, ...(from && { from }) } : null;
}

function trainersWith(trainerUserId: string | null, batch: Batch, scope: Scope): string[] {
  if (!trainerUserId) return [];
  const stay = batch.trainers.slice(scope === 'all' ? 1 : 0).map(({ id }) => id);
  return [trainerUserId, ...stay.filter((id) => id !== trainerUserId)];
}

/** The first day of the batch's class of that weekday which has not begun. */
function firstDay({ date, startTime }: ClassSession, { today, time }: Now): string {
  const first = dayPlus(today, ((daysApart(today, date) % 7) + 7) % 7);
  return first === today && startTime <= time ? dayPlus(first, 7) : first;
}

/** Why a change cannot be for more than the one class. */
export function aloneBecause(date: string | null, session: ClassSession, batch: Batch): 'ownWay' | 'tooFar' | null {
  const said = batch.earlier.find(({ until }) => until >= session.date) ?? batch;
  const isRegular =
    said.daysOfWeek.includes(weekdayOf(session.date)) && isSameTime(session, { ...said, date: session.date });
  if (!isRegular) return 'ownWay';
  return date && Math.abs(daysApart(session.date, date)) > FARTHEST_DAYS ? 'tooFar' : null;
}

/** Neither over, nor begun, nor cancelled: such a class may get another time. */
export const isMovable = ({ status, startsAt }: ClassSession, now: number) =>
  (status === 'DRAFT' || status === 'PUBLISHED') && Date.parse(startsAt) > now;
