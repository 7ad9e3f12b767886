import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import { Id, IdParams, Instant, list, Money, Page, Person, text } from './primitives.ts';

const tag = 'Students';

export const TimelineEntry = z
  .object({
    id: Id,
    at: Instant,
    /** `domain.what-happened`; the web has a sentence for each. */
    kind: z.string(),
    by: Person.nullable(),
    text: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    amount: visibleTo('payments:read', Money),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const getStudentTimeline = operation({
  id: 'getStudentTimeline',
  method: 'GET',
  path: '/students/:id/timeline',
  permission: 'students:read',
  tag,
  summary: 'What happened with a student, newest first',
  params: IdParams,
  query: z.strictObject(Page),
  answer: list(TimelineEntry),
  problems: ['not_found'],
});

export const addStudentNote = operation({
  id: 'addStudentNote',
  method: 'POST',
  path: '/students/:id/notes',
  permission: 'students:write',
  tag,
  summary: 'Write a note into the timeline',
  params: IdParams,
  body: z.strictObject({ text: text(4000) }),
  answer: TimelineEntry,
  status: 201,
  problems: ['not_found'],
});
