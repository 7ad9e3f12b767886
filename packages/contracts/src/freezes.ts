import * as z from 'zod';
import { Enrollment } from './enrollments.ts';
import { operation } from './operation.ts';
import { Flag, Id, IdParams, LocalDate, LocalTime, optionalText } from './primitives.ts';

const Seat = z.object({ sessionId: Id, name: z.string(), date: LocalDate, startTime: LocalTime });

/** What a freeze, or its end, did, or with `preview` would do. */
export const FreezeOutcome = z
  .object({
    preview: z.boolean(),
    days: z.int(),
    daysLeft: z.int(),
    endDateBefore: LocalDate.nullable(),
    /** Seats given back. */
    released: z.array(Seat),
    /** Seats taken, in the days that came behind the end or came back. */
    seated: z.array(Seat),
    /** Classes on these days that are full: no seat in them. */
    full: z.array(Seat),
    enrollment: Enrollment,
  })
  .meta({ id: 'FreezeOutcome' });
export type FreezeOutcome = z.infer<typeof FreezeOutcome>;

const tag = 'Enrollments';
const query = z.strictObject({ preview: Flag.optional() });

export const freezeEnrollment = operation({
  id: 'freezeEnrollment',
  method: 'POST',
  path: '/enrollments/:id/freezes',
  permission: 'enrollments:write',
  tag,
  summary: 'Let it rest: seats are given back, the end moves out by as many days; with preview=true only say so',
  params: IdParams,
  query,
  body: z.strictObject({ from: LocalDate, to: LocalDate, reason: optionalText(300) }),
  answer: FreezeOutcome,
  status: 201,
  problems: ['not_found', 'invalid_transition', 'freeze_allowance_exceeded', 'duplicate', 'capacity_full'],
  idempotency: 'required',
});

export const endFreeze = operation({
  id: 'endFreeze',
  method: 'DELETE',
  path: '/enrollments/:id/freezes/:freezeId',
  permission: 'enrollments:write',
  tag,
  summary: 'Take a freeze back, or end it with yesterday when it runs; the days left of it are given back',
  params: z.strictObject({ ...IdParams.shape, freezeId: Id }),
  query,
  answer: FreezeOutcome,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});
