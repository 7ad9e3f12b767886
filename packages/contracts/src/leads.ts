import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import {
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  LocalTime,
  optionalText,
  Page,
  Person,
  text,
  Version,
  Weekdays,
} from './primitives.ts';
import { ChildFields, Guardian, NewGuardian, TimelineEntry } from './students.ts';

export const LeadStatus = z
  .enum(['DISCOVERY', 'INTRO_SCHEDULED', 'INTRO_ATTENDED', 'NO_SHOW', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'])
  .meta({ id: 'LeadStatus' });
export type LeadStatus = z.infer<typeof LeadStatus>;

export const DeadReason = z
  .enum(['NOT_INTERESTED', 'COST', 'TIMING', 'MOVED_AWAY', 'CHOSE_COMPETITOR', 'NO_RESPONSE', 'OTHER'])
  .meta({ id: 'DeadReason' });
export type DeadReason = z.infer<typeof DeadReason>;

export const PartOfDay = z.enum(['MORNING', 'AFTERNOON', 'EVENING']);
const phone = visibleTo('contacts:read', z.string().nullable());

export const LeadCard = z
  .object({
    id: Id,
    status: LeadStatus,
    studentId: Id,
    studentName: z.string(),
    ageYears: z.int().nullable(),
    guardianName: z.string().nullable(),
    phone,
    source: z.string(),
    assignedTo: Person.nullable(),
    nextFollowUpAt: Instant.nullable(),
    nextIntro: z.object({ id: Id, at: Instant, name: z.string() }).nullable(),
    lastNote: z.string().nullable(),
    daysInStage: z.int(),
    deadReason: DeadReason.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'LeadCard' });
export type LeadCard = z.infer<typeof LeadCard>;

export const IntroVisitStatus = z
  .enum(['SCHEDULED', 'ATTENDED', 'NO_SHOW', 'CANCELLED'])
  .meta({ id: 'IntroVisitStatus' });

export const IntroVisit = z
  .object({
    id: Id,
    leadId: Id,
    studentId: Id,
    studentName: z.string(),
    ageYears: z.int().nullable(),
    phone,
    status: IntroVisitStatus,
    classSessionId: Id.nullable(),
    sessionName: z.string().nullable(),
    date: LocalDate,
    startTime: LocalTime,
    scheduledAt: Instant,
    attendedAt: Instant.nullable(),
    trainer: Person.nullable(),
    outcomeNotes: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'IntroVisit' });
export type IntroVisit = z.infer<typeof IntroVisit>;

export const FollowUpChannel = z.enum(['CALL', 'WHATSAPP', 'EMAIL', 'VISIT']);
export const FollowUpOutcome = z.enum(['REACHED', 'NO_ANSWER', 'LATER', 'DONE']);

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

export const Lead = z
  .object({
    ...LeadCard.shape,
    student: z.object({
      id: Id,
      firstName: z.string(),
      lastName: z.string().nullable(),
      name: z.string(),
      dob: LocalDate.nullable(),
      ageYears: z.int().nullable(),
      school: z.string().nullable(),
      interests: z.array(z.string()),
      notes: z.string().nullable(),
    }),
    guardians: z.array(Guardian),
    preferredDays: Weekdays,
    preferredTimes: z.array(PartOfDay),
    discoveryNotes: z.string().nullable(),
    deadNote: z.string().nullable(),
    introVisits: z.array(IntroVisit),
    followUps: z.array(FollowUp),
    timeline: z.array(TimelineEntry),
    /** Where it may go from here, by the rules of the pipeline. */
    allowed: z.array(LeadStatus),
    /** True when the child or the family was known before this request. */
    matchedExisting: z.boolean().optional(),
    version: Version,
  })
  .meta({ id: 'Lead' });
export type Lead = z.infer<typeof Lead>;

const tag = 'Leads';
const LeadFilters = {
  q: z.string().trim().max(100).optional(),
  assignedToUserId: Id.optional(),
  source: z.string().max(40).optional(),
  nextStep: z.enum(['NONE', 'OVERDUE', 'TODAY']).optional(),
};

export const createLead = operation({
  id: 'createLead',
  method: 'POST',
  path: '/leads',
  permission: 'leads:write',
  tag,
  summary: 'Capture an enquiry; a child that is known is linked, not doubled',
  body: z.strictObject({
    child: z.strictObject(ChildFields),
    guardians: z.array(NewGuardian).min(1).max(6),
    source: text(40),
    preferredDays: Weekdays.optional(),
    preferredTimes: z.array(PartOfDay).max(3).optional(),
    discoveryNotes: optionalText(4000),
    assignedToUserId: Id.nullish(),
    nextFollowUpAt: Instant.nullish(),
  }),
  answer: Lead,
  status: 201,
  problems: ['duplicate', 'reference_not_found'],
});

export const listLeads = operation({
  id: 'listLeads',
  method: 'GET',
  path: '/leads',
  permission: 'leads:read',
  tag,
  summary: 'Enquiries, newest first',
  query: z.strictObject({
    ...Page,
    ...LeadFilters,
    status: LeadStatus.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  answer: list(LeadCard),
});

export const getLeadBoard = operation({
  id: 'getLeadBoard',
  method: 'GET',
  path: '/leads/board',
  permission: 'leads:read',
  tag,
  summary: 'The pipeline: per status how many and the first cards; closed ones of the last 30 days',
  query: z.strictObject({ ...LeadFilters, perColumn: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({
    columns: z.array(
      z.object({
        status: LeadStatus,
        count: z.int(),
        medianDays: z.number().nullable(),
        cards: z.array(LeadCard),
      }),
    ),
  }),
});

export const getLead = operation({
  id: 'getLead',
  method: 'GET',
  path: '/leads/:id',
  permission: 'leads:read',
  tag,
  summary: 'One enquiry with everything that happened',
  params: IdParams,
  answer: Lead,
  problems: ['not_found'],
});

export const changeLead = operation({
  id: 'changeLead',
  method: 'PATCH',
  path: '/leads/:id',
  permission: 'leads:write',
  tag,
  summary: 'Move it along, assign it, set the next follow-up, correct the discovery form',
  params: IdParams,
  body: z.strictObject({
    status: LeadStatus.optional(),
    source: text(40).optional(),
    discoveryNotes: optionalText(4000),
    preferredDays: Weekdays.optional(),
    preferredTimes: z.array(PartOfDay).max(3).optional(),
    assignedToUserId: Id.nullish(),
    nextFollowUpAt: Instant.nullish(),
  }),
  answer: Lead,
  problems: ['not_found', 'invalid_transition', 'stale_version', 'reference_not_found'],
});

export const markLeadDead = operation({
  id: 'markLeadDead',
  method: 'POST',
  path: '/leads/:id/mark-dead',
  permission: 'leads:write',
  tag,
  summary: 'Close it as lost, with the reason',
  params: IdParams,
  body: z.strictObject({ reason: DeadReason, note: optionalText(1000) }),
  answer: Lead,
  problems: ['not_found', 'invalid_transition'],
});

export const reopenLead = operation({
  id: 'reopenLead',
  method: 'POST',
  path: '/leads/:id/reopen',
  permission: 'leads:write',
  tag,
  summary: 'A lost enquiry comes back to follow-up',
  params: IdParams,
  answer: Lead,
  problems: ['not_found', 'invalid_transition', 'duplicate'],
});

export const addLeadNote = operation({
  id: 'addLeadNote',
  method: 'POST',
  path: '/leads/:id/notes',
  permission: 'leads:write',
  tag,
  summary: 'Write down what was said',
  params: IdParams,
  body: z.strictObject({ text: text(4000) }),
  answer: Lead,
  status: 201,
  problems: ['not_found'],
});

const seat = {
  classSessionId: Id.optional(),
  batchId: Id.optional(),
  date: LocalDate.optional(),
  scheduledAt: Instant.optional(),
};
const oneSlot = (body: { classSessionId?: unknown; batchId?: unknown; date?: unknown; scheduledAt?: unknown }) =>
  [body.classSessionId, body.batchId && body.date, body.scheduledAt].filter(Boolean).length === 1;

export const scheduleIntroVisit = operation({
  id: 'scheduleIntroVisit',
  method: 'POST',
  path: '/intro-visits',
  permission: 'intros:write',
  tag: 'Intro visits',
  summary: 'Book a trial: takes a seat in the session, moves the lead, plans a follow-up for the day after',
  body: z
    .strictObject({ leadId: Id, ...seat, trainerUserId: Id.optional() })
    .refine(oneSlot, { path: ['classSessionId'], message: 'Name a session, a batch and date, or a time' }),
  answer: IntroVisit,
  status: 201,
  problems: ['reference_not_found', 'capacity_full', 'already_booked', 'invalid_transition', 'session_closed'],
  idempotency: 'required',
});

export const listIntroVisits = operation({
  id: 'listIntroVisits',
  method: 'GET',
  path: '/intro-visits',
  permission: 'intros:read',
  tag: 'Intro visits',
  summary: 'Trials by day; trainers see those in their sessions',
  query: z.strictObject({
    ...Page,
    date: LocalDate.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    status: IntroVisitStatus.optional(),
  }),
  answer: list(IntroVisit),
});

export const changeIntroVisit = operation({
  id: 'changeIntroVisit',
  method: 'PATCH',
  path: '/intro-visits/:id',
  permission: 'intros:write',
  tag: 'Intro visits',
  summary: 'Reschedule: the old seat is given back and a new one taken in one step',
  params: IdParams,
  body: z.strictObject({
    classSessionId: Id.optional(),
    scheduledAt: Instant.optional(),
    trainerUserId: Id.nullish(),
  }),
  answer: IntroVisit,
  problems: ['not_found', 'capacity_full', 'already_booked', 'invalid_transition', 'stale_version', 'session_closed'],
  idempotency: 'required',
});

export const markIntroAttended = operation({
  id: 'markIntroAttended',
  method: 'PATCH',
  path: '/intro-visits/:id/mark-attended',
  permission: 'intros:mark',
  tag: 'Intro visits',
  summary: 'The child came; the roster shows the same',
  params: IdParams,
  body: z.strictObject({ outcomeNotes: optionalText(2000) }).optional(),
  answer: IntroVisit,
  problems: ['not_found', 'invalid_transition', 'forbidden', 'session_closed', 'capacity_full'],
  idempotency: 'required',
});

export const markIntroNoShow = operation({
  id: 'markIntroNoShow',
  method: 'PATCH',
  path: '/intro-visits/:id/mark-no-show',
  permission: 'intros:mark',
  tag: 'Intro visits',
  summary: 'The child did not come',
  params: IdParams,
  body: z.strictObject({ outcomeNotes: optionalText(2000) }).optional(),
  answer: IntroVisit,
  problems: ['not_found', 'invalid_transition', 'forbidden', 'session_closed', 'capacity_full'],
  idempotency: 'required',
});

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
    due: z.enum(['today', 'overdue', 'week']).optional(),
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
  body: z.strictObject({ outcome: FollowUpOutcome, note: optionalText(1000), nextDueAt: Instant.nullish() }),
  answer: FollowUp,
  problems: ['not_found', 'invalid_transition'],
});

export const search = operation({
  id: 'search',
  method: 'GET',
  path: '/search',
  permission: 'search:read',
  tag: 'Search',
  summary: 'People by name or any part of a phone',
  query: z.strictObject({
    q: z.string().trim().min(2).max(100),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['STUDENT', 'GUARDIAN', 'LEAD']),
        id: Id,
        title: z.string(),
        subtitle: z.string(),
        status: z.string().nullable(),
        phone,
        /** Below `/c/<center>`. */
        path: z.string(),
      }),
    ),
  }),
});
