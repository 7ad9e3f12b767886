import * as z from 'zod';
import { operation } from './operation.ts';
import { Id, IdParams, Instant, list, LocalDate, Page, Person } from './primitives.ts';

export const AuditEntry = z
  .object({
    id: z.string(),
    at: Instant,
    actor: Person.nullable(),
    entity: z.string(),
    entityId: z.string(),
    action: z.enum(['INSERT', 'UPDATE', 'DELETE', 'EXPORT']),
    /** What a person would call the row: a student's name, an invoice number. */
    label: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    /** Money decided on or taken back, enrollments cancelled, rights or settings changed, data that left. */
    sensitive: z.boolean(),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

const auditFilters = {
  entity: z.string().max(60).optional(),
  entityId: z.string().max(60).optional(),
  actorId: Id.optional(),
  requestId: z.string().max(100).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  sensitive: z.enum(['true']).optional(),
};

export const listAuditLog = operation({
  id: 'listAuditLog',
  method: 'GET',
  path: '/audit-log',
  permission: 'audit:read',
  tag: 'Audit',
  summary: 'Who changed what, newest first',
  query: z.strictObject({ ...Page, ...auditFilters }),
  answer: list(AuditEntry),
});

export const exportAuditLog = operation({
  id: 'exportAuditLog',
  method: 'GET',
  path: '/audit-log/export',
  permission: 'audit:read',
  tag: 'Audit',
  summary: 'The same as CSV or XLSX, at most 20,000 entries; leaves an entry itself, as every export does',
  query: z.strictObject({ ...auditFilters, format: z.enum(['csv', 'xlsx']).default('csv') }),
  answer: z.unknown(),
  media: { answer: 'application/octet-stream' },
});

export const DeadLetter = z
  .object({
    id: Id,
    eventId: Id,
    event: z.string(),
    handler: z.string(),
    error: z.string(),
    attempts: z.int(),
    failedAt: Instant,
    replayedAt: Instant.nullable(),
    replayedBy: Person.nullable(),
  })
  .meta({ id: 'DeadLetter' });

export const listDeadLetters = operation({
  id: 'listDeadLetters',
  method: 'GET',
  path: '/dead-letters',
  permission: 'events:manage',
  tag: 'Events',
  summary: 'What the worker could not do after all its tries',
  query: z.strictObject(Page),
  answer: list(DeadLetter),
});

export const replayDeadLetter = operation({
  id: 'replayDeadLetter',
  method: 'POST',
  path: '/dead-letters/:id/replay',
  permission: 'events:manage',
  tag: 'Events',
  summary: 'Try again',
  params: IdParams,
  answer: DeadLetter,
  problems: ['not_found', 'invalid_transition'],
});

export const getJob = operation({
  id: 'getJob',
  method: 'GET',
  path: '/jobs/:id',
  permission: 'signed-in',
  tag: 'Events',
  summary: 'State and progress of something that runs in the background',
  params: IdParams,
  answer: z.object({
    id: Id,
    kind: z.string(),
    state: z.enum(['WAITING', 'RUNNING', 'DONE', 'FAILED']),
    progress: z.object({ done: z.int(), total: z.int() }),
  }),
  problems: ['not_found'],
});
