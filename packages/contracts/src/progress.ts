import * as z from 'zod';
import { Skill } from './curricula.ts';
import { operation } from './operation.ts';
import { Flag, Id, IdParams, Instant, list, LocalDate, LocalTime, optionalText, Page, Person } from './primitives.ts';

/** From the first to the last. */
export const SkillLevel = z.enum(['NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED']).meta({ id: 'SkillLevel' });
export type SkillLevel = z.infer<typeof SkillLevel>;

const SessionNamed = z.object({ id: Id, name: z.string(), date: LocalDate });

/** How far a student is with a skill. No cell, no rating yet: not started. */
export const SkillCell = z
  .object({ skillId: Id, level: SkillLevel, changedAt: Instant, by: Person.nullable() })
  .meta({ id: 'SkillCell' });
export type SkillCell = z.infer<typeof SkillCell>;

export const MatrixRow = z
  .object({
    studentId: Id,
    name: z.string(),
    ageYears: z.int().nullable(),
    /** In today's session without being enrolled in the batch: a make-up, a drop-in, a trial. */
    isGuest: z.boolean(),
    /** Marked as there in a session of the batch today. */
    presentToday: z.boolean(),
    lastAssessedAt: Instant.nullable(),
    cells: z.array(SkillCell),
  })
  .meta({ id: 'MatrixRow' });
export type MatrixRow = z.infer<typeof MatrixRow>;

export const SkillMatrix = z
  .object({
    batch: z.object({ id: Id, name: z.string() }),
    /** Null: nobody has said what this batch learns. */
    curriculum: z.object({ id: Id, name: z.string(), version: z.int() }).nullable(),
    /** Today's session, to be named with what is assessed in it. */
    session: SessionNamed.extend({ startTime: LocalTime }).nullable(),
    /** Every category of the curriculum, whatever was filtered. */
    categories: z.array(z.string()),
    skills: z.array(Skill.pick({ id: true, name: true, category: true, description: true, position: true })),
    rows: z.array(MatrixRow),
    /** May this person write here. */
    mayAssess: z.boolean(),
  })
  .meta({ id: 'SkillMatrix' });
export type SkillMatrix = z.infer<typeof SkillMatrix>;

export const SkillAssessment = z
  .object({
    id: Id,
    studentId: Id,
    skill: z.object({ id: Id, name: z.string(), category: z.string().nullable(), curriculumId: Id }),
    previousLevel: SkillLevel,
    level: SkillLevel,
    notes: z.string().nullable(),
    session: SessionNamed.nullable(),
    assessedAt: Instant,
    by: Person.nullable(),
  })
  .meta({ id: 'SkillAssessment' });
export type SkillAssessment = z.infer<typeof SkillAssessment>;

export const StudentSkills = z
  .object({
    curricula: z.array(
      z.object({
        id: Id,
        name: z.string(),
        /** Taught in a batch the student has a place in; otherwise only rated in it before. */
        isCurrent: z.boolean(),
        skills: z.array(
          z.object({
            id: Id,
            name: z.string(),
            category: z.string().nullable(),
            description: z.string().nullable(),
            /** Not taught any more; listed because it was rated. */
            retired: z.boolean(),
            level: SkillLevel,
            notes: z.string().nullable(),
            changedAt: Instant.nullable(),
            by: Person.nullable(),
            session: SessionNamed.nullable(),
          }),
        ),
      }),
    ),
    /** May this person write here. */
    mayAssess: z.boolean(),
  })
  .meta({ id: 'StudentSkills' });
export type StudentSkills = z.infer<typeof StudentSkills>;

const tag = 'Progress';

export const assessSkills = operation({
  id: 'assessSkills',
  method: 'POST',
  path: '/skill-progress',
  permission: 'progress:write',
  tag,
  summary:
    'Rate many at once: all or none. What has that level already writes nothing, unless something else is noted; a lower level needs a note. Taking back is rating again',
  body: z.strictObject({
    classSessionId: Id.optional(),
    updates: z
      .array(z.strictObject({ studentId: Id, skillId: Id, level: SkillLevel, notes: optionalText(500) }))
      .min(1)
      .max(2000)
      .refine(
        (updates) =>
          new Set(updates.map(({ studentId, skillId }) => `${studentId} ${skillId}`)).size === updates.length,
        'A skill of a student is named twice',
      ),
  }),
  answer: z.object({
    saved: z.int(),
    unchanged: z.int(),
    /** Those that were named, as they are now, but for what was never rated; `previousLevel`: before this request. */
    cells: z.array(SkillCell.extend({ studentId: Id, previousLevel: SkillLevel, notes: z.string().nullable() })),
  }),
  problems: ['reference_not_found', 'forbidden', 'session_closed', 'invalid_transition'],
  idempotency: 'required',
});

export const getSkillMatrix = operation({
  id: 'getSkillMatrix',
  method: 'GET',
  path: '/batches/:id/skill-matrix',
  permission: 'progress:read',
  tag,
  summary: 'The students of a batch by the skills of its curriculum',
  params: IdParams,
  query: z.strictObject({
    category: z.string().trim().min(1).max(80).optional(),
    presentToday: Flag.optional(),
  }),
  answer: SkillMatrix,
  problems: ['not_found', 'forbidden'],
});

export const getStudentSkills = operation({
  id: 'getStudentSkills',
  method: 'GET',
  path: '/students/:id/skills',
  permission: 'progress:read',
  tag,
  summary: 'What a student learns and how far it is',
  params: IdParams,
  answer: StudentSkills,
  problems: ['not_found'],
  aliases: ['/children/:id/skills'],
});

export const listSkillHistory = operation({
  id: 'listSkillHistory',
  method: 'GET',
  path: '/students/:id/skills/history',
  permission: 'progress:read',
  tag,
  summary: 'Every rating of a student, newest first: who, when, in which session, from what to what',
  params: IdParams,
  query: z.strictObject({ ...Page, skillId: Id.optional() }),
  answer: list(SkillAssessment),
  problems: ['not_found'],
  aliases: ['/children/:id/skills/history'],
});
