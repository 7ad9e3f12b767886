import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import {
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  optionalText,
  Person,
  text,
  Version,
  Weekdays,
  Page,
} from './primitives.ts';
import { FollowUp } from './follow-ups.ts';
import { IntroVisit } from './intro-visits.ts';
import { ChildFields, Guardian, NewGuardian } from './students.ts';
import { TimelineEntry } from './timeline.ts';

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
      /** The age was told, not computed from a birthday. */
      ageIsApproximate: z.boolean(),
      school: z.string().nullable(),
      interests: z.array(z.string()),
      notes: z.string().nullable(),
      /** For If-Match, when what is known about the child is corrected. */
      version: Version,
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
