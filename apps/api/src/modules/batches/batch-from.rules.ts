import type { Weekday } from '@cartwheel/contracts';
import { addDays, WEEKDAYS, weekdayOf } from '@cartwheel/domain/calendar';
import { earlierOf, type Stretch, splitAt, stretchesOf } from '@cartwheel/domain/stretches';
import { refuse } from '../../platform/problems/problem.ts';
import type { BatchTerms, ChangedStretch, DayMove, EarlierTerms, Terms } from '../class-sessions/index.ts';
import { type BatchFields, termsOf } from './batches.rules.ts';

/** What may begin on a day of its own, and how. */
interface DatedChange {
  from?: string | undefined;
  moveBy?: number | undefined;
  daysOfWeek?: Weekday[] | undefined;
  startTime?: string | undefined;
  endTime?: string | undefined;
  capacity?: number | undefined;
  trainerUserIds?: string[] | undefined;
}

export interface Now {
  today: string;
  /** HH:mm on the center's clock. */
  time: string;
}

const FARTHEST_DAYS = 366;
const dated = new Set(['from', 'moveBy', 'daysOfWeek', 'startTime', 'endTime', 'capacity', 'trainerUserIds']);

/** Names what cannot begin on a day of its own, or on that day. */
export function assertFrom(body: DatedChange, { today }: Now): void {
  const { from, moveBy, daysOfWeek } = body;
  if (moveBy === 0) throw refuse('moveBy', 'Choose another day');
  if (moveBy && daysOfWeek) throw refuse('daysOfWeek', 'Move one day or choose all of them, not both');
  if (moveBy && !from) throw refuse('from', 'Say from which day on');
  if (!from) return;
  if (from < today) throw refuse('from', 'Choose today or a later day');
  if (from > addDays(today, FARTHEST_DAYS)) throw refuse('from', 'At most a year ahead');
  const other = Object.entries(body).find(([name, value]) => value !== undefined && !dated.has(name));
  if (other) throw refuse(other[0], 'This holds for the whole batch; change it without a first day');
}

/** What the batch said and says now, day by day from today on. */
export function changedStretches(
  { id, before, after }: { id: string; before: BatchFields; after: BatchFields },
  body: DatedChange,
  { earlier, ...now }: Now & { earlier: readonly EarlierTerms[] },
): ChangedStretch[] {
  const from = body.from ?? now.today;
  const [was, is] = [termsOf(id, before), termsOf(id, after)];
  const stretches = splitAt(stretchesOf<Terms>(was, earlier, now.today), from).map(({ said, ...days }) => {
    const terms = days.from < from ? said : saidNow(said, body, before.name);
    return { ...days, before: withTerms(was, said), after: withTerms(is, terms) };
  });
  if (body.moveBy) assertMovable(stretches, { from, by: body.moveBy }, now);
  return stretches;
}

/** What is to be kept of them. */
export const earlierIn = (stretches: readonly ChangedStretch[]): EarlierTerms[] =>
  earlierOf(
    stretches.map(({ after, ...days }): Stretch<Terms> => ({ ...days, said: after })),
    (one, other) => String(valuesOf(one)) === String(valuesOf(other)),
  );

const valuesOf = ({ daysOfWeek, startTime, endTime, capacity, trainerUserId }: Terms) => [
  ...daysOfWeek,
  startTime,
  endTime,
  capacity,
  trainerUserId,
];

const withTerms = (batch: BatchTerms, { daysOfWeek, startTime, endTime, capacity, trainerUserId }: Terms) => ({
  ...batch,
  daysOfWeek,
  startTime,
  endTime,
  capacity,
  trainerUserId,
});

function saidNow(terms: Terms, body: DatedChange, name: string): Terms {
  const { from, moveBy, trainerUserIds } = body;
  return {
    daysOfWeek:
      moveBy && from ? movedDays(terms.daysOfWeek, { from, by: moveBy }, name) : (body.daysOfWeek ?? terms.daysOfWeek),
    startTime: body.startTime ?? terms.startTime,
    endTime: body.endTime ?? terms.endTime,
    capacity: body.capacity ?? terms.capacity,
    trainerUserId: trainerUserIds ? (trainerUserIds[0] ?? null) : terms.trainerUserId,
  };
}

/** The days with the moved one in its new place. */
export function movedDays(days: readonly Weekday[], { from, by }: DayMove, name: string): Weekday[] {
  const [old, anew] = [weekdayOf(from), weekdayOf(addDays(from, by))];
  if (!days.includes(old)) return [...days];
  if (days.includes(anew)) throw refuse('moveBy', `${name} has a class on that day already`);
  return WEEKDAYS.filter((day) => day === anew || (day !== old && days.includes(day)));
}

function assertMovable(stretches: readonly ChangedStretch[], { from }: DayMove, { today, time }: Now): void {
  const first = stretches.find((stretch) => stretch.from >= from)!;
  const last = stretches.at(-1)!;
  const day = weekdayOf(from);
  if (![first, last].every(({ before }) => before.daysOfWeek.includes(day)))
    throw refuse('from', `${first.before.name} has no class on that day of the week`);
  if (from === today && first.before.startTime <= time)
    throw refuse('from', 'The class of today has begun; choose a later day');
}
