import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import { Id, IdParams, Instant, list, optionalText, Person, Page } from './primitives.ts';

const phone = visibleTo('contacts:read', z.string().nullable());

export const FollowUpChannel = z.enum(['CALL', 'WHATSAPP', 'EMAIL', 'VISIT']);
/** The last three are said about renewals only. */
export const FollowUpOutcome = z.enum([
  'REACHED',
  'NO_ANSWER',
  'LATER',
  'DONE',
  'WILL_RENEW',
  'THINKING',
  'NOT_RENEWING',
]);

export const FollowUp = z
  .object({
    id: Id,
    leadId: Id.nullable(),
    enrollmentId: Id.nullable(),
    studentId: Id,
    studentName: z.string(),
    guardianName: z.string().nullable(),
    phone,
    channel: FollowUpChannel,
    dueAt: Instant,
    note: z.string().nullable(),
    assignedTo: Person.nullable(),
    completedAt: Instant.nullable(),
    outcome: FollowUpOutcome.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

export const addFollowUp = operation({
  id: 'addFollowUp',
  method: 'POST',
  path: '/follow-ups',
  permission: 'leads:write',
  tag: 'Follow-ups',
  summary: 'Plan a call or message',
  body: z
    .strictObject({
      leadId: Id.optional(),
      enrollmentId: Id.optional(),
      channel: FollowUpChannel,
      dueAt: Instant,
      note: optionalText(1000),
      assignedToUserId: Id.nullish(),
    })
    .refine((body) => !body.leadId !== !body.enrollmentId, {
      path: ['leadId'],
      message: 'Name a lead or an enrollment',
    }),
  answer: FollowUp,
  status: 201,
  problems: ['reference_not_found'],
});

export const listFollowUps = operation({
  id: 'listFollowUps',
  method: 'GET',
  path: '/follow-ups',
  permission: 'leads:read',
  tag: 'Follow-ups',
  summary: 'What is due',
  query: z.strictObject({
    ...Page,
    /** `now`: today and before. */
    due: z.enum(['now', 'today', 'overdue', 'week']).optional(),
    assignedToUserId: Id.optional(),
  }),
  answer: list(FollowUp),
});

export const completeFollowUp = operation({
  id: 'completeFollowUp',
  method: 'PATCH',
  path: '/follow-ups/:id/complete',
  permission: 'leads:write',
  tag: 'Follow-ups',
  summary: 'Say how it went, and plan the next one',
  params: IdParams,
  body: z.strictObject({
    outcome: FollowUpOutcome.exclude(['WILL_RENEW', 'THINKING', 'NOT_RENEWING']),
    note: optionalText(1000),
    nextDueAt: Instant.nullish(),
  }),
  answer: FollowUp,
  problems: ['not_found', 'invalid_transition'],
});
