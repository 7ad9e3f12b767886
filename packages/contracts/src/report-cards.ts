import * as z from 'zod';
import { operation } from './operation.ts';
import { Id, IdParams, Instant, list, LocalDate, optionalText, Page, Person, Version } from './primitives.ts';
import { MAX_REMARK, ReportCardSnapshot } from './report-card-snapshot.ts';

/** READY: made, and mailed to nobody yet. SUPERSEDED: a newer version counts. */
export const ReportCardState = z.enum(['READY', 'SENT', 'SUPERSEDED']).meta({ id: 'ReportCardState' });

export const ReportCardSummary = z
  .object({
    id: Id,
    student: Person,
    period: z.object({ from: LocalDate, to: LocalDate }),
    version: Version,
    state: ReportCardState,
    /** The last time it was mailed. */
    sentAt: Instant.nullable(),
    /** Guardians it was mailed to, and those it still waits to be mailed to. */
    sentTo: z.int(),
    sending: z.int(),
    /** What was written for the card has been changed since. */
    isOutdated: z.boolean(),
    issuedAt: Instant,
    issuedBy: Person.nullable(),
  })
  .meta({ id: 'ReportCardSummary' });
export type ReportCardSummary = z.infer<typeof ReportCardSummary>;

export const ReportCard = ReportCardSummary.extend({
  code: z.string(),
  /** SHA-256 of the frozen snapshot, in hexadecimal. */
  hash: z.string(),
  /** The stored snapshot is, byte for byte, the one that was issued. */
  isIntact: z.boolean(),
  /** Guardians with an e-mail it could be mailed to. */
  reachable: z.int(),
  /** Null when it is not intact: nothing of an altered card is shown. */
  snapshot: ReportCardSnapshot.nullable(),
}).meta({ id: 'ReportCard' });
export type ReportCard = z.infer<typeof ReportCard>;

export const ReportCardDraft = z
  .object({
    comments: z.string(),
    summary: z.string(),
    /** 0 before anything was written. */
    version: z.int().min(0),
    updatedAt: Instant.nullable(),
  })
  .meta({ id: 'ReportCardDraft' });
export type ReportCardDraft = z.infer<typeof ReportCardDraft>;

const period = { periodStart: LocalDate.optional(), periodEnd: LocalDate.optional() };
const remarks = { comments: optionalText(MAX_REMARK), summary: optionalText(MAX_REMARK) };
const reading = { permission: 'report-cards:read', tag: 'Report cards' } as const;
const making = { permission: 'report-cards:generate', tag: 'Report cards' } as const;

export const listReportCards = operation({
  ...reading,
  id: 'listReportCards',
  method: 'GET',
  path: '/report-cards',
  summary: 'Cards that were made, newest first; trainers see those of their own students',
  query: z.strictObject({ ...Page, studentId: Id.optional(), state: ReportCardState.optional() }),
  answer: list(ReportCardSummary),
  problems: ['not_found'],
});

export const previewReportCard = operation({
  ...making,
  id: 'previewReportCard',
  method: 'GET',
  path: '/report-cards/preview',
  summary: 'What a card would say now, with what is written for it; stores nothing. Without a period: the last 30 days',
  query: z.strictObject({ studentId: Id, ...period }),
  answer: z.object({ snapshot: ReportCardSnapshot, draft: ReportCardDraft, newest: ReportCardSummary.nullable() }),
  problems: ['not_found'],
});

export const saveReportCardDraft = operation({
  ...making,
  id: 'saveReportCardDraft',
  method: 'PUT',
  path: '/report-cards/draft',
  summary: "Keep the trainer's comments and the summary for a student and a period",
  body: z.strictObject({ studentId: Id, periodStart: LocalDate, periodEnd: LocalDate, ...remarks }),
  answer: ReportCardDraft,
  problems: ['reference_not_found', 'stale_version'],
});

export const ReportCardJob = z
  .object({
    id: Id,
    state: z.enum(['RUNNING', 'DONE']),
    done: z.int(),
    total: z.int(),
    /** For whom no card could be made, and why. */
    failures: z.array(z.object({ student: Person, reason: z.string() })),
  })
  .meta({ id: 'ReportCardJob' });
export type ReportCardJob = z.infer<typeof ReportCardJob>;

export const generateReportCards = operation({
  ...making,
  id: 'generateReportCards',
  method: 'POST',
  path: '/report-cards/generate',
  summary: 'Freeze the next version for a student at once, or for a whole batch in the background',
  body: z
    .strictObject({
      studentId: Id.optional(),
      batchId: Id.optional(),
      ...period,
      /** For those who have no summary of their own. */
      summaryNotes: optionalText(MAX_REMARK),
    })
    .refine(({ studentId, batchId }) => (studentId === undefined) !== (batchId === undefined), {
      path: ['studentId'],
      message: 'Name a student or a batch',
    }),
  answer: z.object({ card: ReportCardSummary.nullable(), job: ReportCardJob.nullable() }),
  status: 201,
  problems: ['reference_not_found', 'forbidden'],
  idempotency: 'required',
});

export const BatchReportCard = z
  .object({
    student: Person,
    state: z.enum(['NOT_STARTED', 'DRAFT', 'READY', 'SENT']),
    draft: ReportCardDraft,
    card: ReportCardSummary.nullable(),
    assessments: z.int(),
  })
  .meta({ id: 'BatchReportCard' });
export type BatchReportCard = z.infer<typeof BatchReportCard>;

export const listBatchReportCards = operation({
  ...making,
  id: 'listBatchReportCards',
  method: 'GET',
  path: '/batches/:id/report-cards',
  summary: 'The students of a batch in a period, how far the card of each is, and the job that is making them',
  params: IdParams,
  query: z.strictObject(period),
  answer: z.object({
    period: z.object({ from: LocalDate, to: LocalDate }),
    rows: z.array(BatchReportCard),
    job: ReportCardJob.nullable(),
  }),
  problems: ['not_found', 'forbidden'],
});

export const getReportCard = operation({
  ...reading,
  id: 'getReportCard',
  method: 'GET',
  path: '/report-cards/:id',
  summary: 'One card with its frozen snapshot',
  params: IdParams,
  answer: ReportCard,
  problems: ['not_found'],
});

export const getReportCardPdf = operation({
  ...reading,
  id: 'getReportCardPdf',
  method: 'GET',
  path: '/report-cards/:id/pdf',
  summary: 'The card on paper: always the same bytes',
  params: IdParams,
  answer: z.unknown(),
  media: { answer: 'application/pdf' },
  problems: ['not_found', 'invalid_transition'],
});

export const sendReportCard = operation({
  ...making,
  id: 'sendReportCard',
  method: 'POST',
  path: '/report-cards/:id/send',
  summary: 'Mail the card to the guardians who have an e-mail and have not received it yet',
  params: IdParams,
  answer: ReportCardSummary,
  problems: ['not_found', 'invalid_transition', 'guardian_contact_required'],
});

/** TAMPERED: the record is there, but it is not what was issued. */
export const verifyReportCard = operation({
  id: 'verifyReportCard',
  method: 'GET',
  path: '/verify/:code',
  permission: 'public',
  scope: 'none',
  tag: 'Report cards',
  summary: 'Whether a card with this code was issued and still counts. Tells nobody’s name',
  params: z.strictObject({ code: z.string().max(100) }),
  answer: z.object({
    state: z.enum(['VALID', 'SUPERSEDED', 'TAMPERED', 'UNKNOWN']),
    card: z
      .object({
        centerName: z.string(),
        period: z.object({ from: LocalDate, to: LocalDate }),
        issuedOn: LocalDate,
        version: Version,
      })
      .nullable(),
  }),
  problems: ['rate_limited'],
});
