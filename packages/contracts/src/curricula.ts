import * as z from 'zod';
import { operation } from './operation.ts';
import { Flag, Id, IdParams, Instant, list, optionalText, Page, printable, text, Version } from './primitives.ts';

export const Skill = z
  .object({
    id: Id,
    curriculumId: Id,
    name: z.string(),
    /** Null: in none. */
    category: z.string().nullable(),
    /** What counts as achieved, in the words of the house. */
    description: z.string().nullable(),
    /** From 1, in the order of the curriculum. */
    position: z.int(),
    /** Not taught any more; what was rated stays readable. */
    retiredAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'Skill' });
export type Skill = z.infer<typeof Skill>;

export const Curriculum = z
  .object({
    id: Id,
    /** Null: of the organization, for every center. */
    centerId: Id.nullable(),
    name: z.string(),
    description: z.string().nullable(),
    /** The curriculum this one was copied from, as it is called now. */
    copiedFrom: z.object({ id: Id, name: z.string() }).nullable(),
    /** Of skills that are taught. */
    skillCount: z.int(),
    /** Batches of this center that use it now; 0 where no center is chosen. */
    batchCount: z.int(),
    active: z.boolean(),
    /** Moves on with every change of its skills. */
    version: Version,
    updatedAt: Instant,
  })
  .meta({ id: 'Curriculum' });
export type Curriculum = z.infer<typeof Curriculum>;

/** The skills in order, category by category: those of one category stand together. */
export const CurriculumWithSkills = Curriculum.extend({ skills: z.array(Skill) }).meta({ id: 'CurriculumWithSkills' });
export type CurriculumWithSkills = z.infer<typeof CurriculumWithSkills>;

const name = text(120);
const category = optionalText(80);
const description = optionalText(1000);
const tag = 'Curricula';
/** Without a center a super admin writes those of the organization; hence no scope of their own. */
const scope = 'none';
const MAX_SKILLS = 300;

export const listCurricula = operation({
  id: 'listCurricula',
  method: 'GET',
  path: '/curricula',
  permission: 'curricula:read',
  scope,
  tag,
  summary: 'Curricula of the organization and of this center, by name',
  query: z.strictObject({ ...Page, active: Flag.optional() }),
  answer: list(Curriculum),
  problems: ['center_required'],
});

export const createCurriculum = operation({
  id: 'createCurriculum',
  method: 'POST',
  path: '/curricula',
  permission: 'curricula:write',
  scope,
  tag,
  summary: 'Start a curriculum: of this center, or without a center one for all',
  body: z.strictObject({ name, description }),
  answer: CurriculumWithSkills,
  status: 201,
  problems: ['duplicate', 'center_required'],
});

export const getCurriculum = operation({
  id: 'getCurriculum',
  method: 'GET',
  path: '/curricula/:id',
  permission: 'curricula:read',
  scope,
  tag,
  summary: 'A curriculum with its skills; with retired=true also those that are not taught any more, at the end',
  params: IdParams,
  query: z.strictObject({ retired: Flag.optional() }),
  answer: CurriculumWithSkills,
  problems: ['not_found', 'center_required'],
});

export const changeCurriculum = operation({
  id: 'changeCurriculum',
  method: 'PATCH',
  path: '/curricula/:id',
  permission: 'curricula:write',
  scope,
  tag,
  summary: 'Rename or describe a curriculum, or put it away: batches that use it keep it, no further one may take it',
  params: IdParams,
  body: z.strictObject({ name: name.optional(), description, active: z.boolean().optional() }),
  answer: CurriculumWithSkills,
  problems: ['not_found', 'forbidden', 'stale_version', 'duplicate', 'center_required'],
});

export const copyCurriculum = operation({
  id: 'copyCurriculum',
  method: 'POST',
  path: '/curricula/:id/copy',
  permission: 'curricula:write',
  scope,
  tag,
  summary: 'Make an own curriculum of one that can be read here, with the skills that are taught; ratings stay behind',
  params: IdParams,
  body: z.strictObject({ name: name.optional() }),
  answer: CurriculumWithSkills,
  status: 201,
  problems: ['not_found', 'duplicate', 'center_required'],
});

export const createSkill = operation({
  id: 'createSkill',
  method: 'POST',
  path: '/skills',
  permission: 'curricula:write',
  scope,
  tag,
  summary: 'Add one skill, at the end of its category unless a position is given',
  body: z.strictObject({
    curriculumId: Id,
    name,
    category,
    description,
    displayOrder: z.int().min(1).max(MAX_SKILLS).optional(),
  }),
  answer: Skill,
  status: 201,
  problems: ['reference_not_found', 'forbidden', 'duplicate', 'center_required'],
});

export const pasteSkills = operation({
  id: 'pasteSkills',
  method: 'POST',
  path: '/curricula/:id/skills/paste',
  permission: 'curricula:write',
  scope,
  tag,
  summary:
    'Make a skill of every line. "Floor:" or "Category: Floor" opens a category for the lines below it, "Floor: Cartwheel" names it for its line; what is taught already is left out',
  params: IdParams,
  body: z.strictObject({
    lines: z.array(printable.max(250)).min(1).max(MAX_SKILLS),
    /** For lines above the first heading. */
    category,
  }),
  answer: z.object({ added: z.int(), skipped: z.array(z.string()), curriculum: CurriculumWithSkills }),
  status: 201,
  problems: ['not_found', 'forbidden', 'stale_version', 'center_required'],
});

export const changeSkill = operation({
  id: 'changeSkill',
  method: 'PATCH',
  path: '/skills/:id',
  permission: 'curricula:write',
  scope,
  tag,
  summary: 'Rename, describe or retire a skill, or teach it again; ratings belong to the skill, whatever it is called',
  params: IdParams,
  body: z.strictObject({ name: name.optional(), category, description, retired: z.boolean().optional() }),
  answer: Skill,
  problems: ['not_found', 'forbidden', 'stale_version', 'duplicate', 'center_required'],
});

export const orderSkills = operation({
  id: 'orderSkills',
  method: 'PUT',
  path: '/curricula/:id/skills/order',
  permission: 'curricula:write',
  scope,
  tag,
  summary: 'Order the skills that are taught, all of them, each with its category; categories follow their first skill',
  params: IdParams,
  body: z.strictObject({
    skills: z
      .array(z.strictObject({ id: Id, category: optionalText(80) }))
      .min(1)
      .max(MAX_SKILLS)
      .refine((skills) => new Set(skills.map(({ id }) => id)).size === skills.length, 'A skill is named twice'),
  }),
  answer: CurriculumWithSkills,
  problems: ['not_found', 'forbidden', 'stale_version', 'reference_not_found', 'center_required'],
});

export const listCurriculumUse = operation({
  id: 'listCurriculumUse',
  method: 'GET',
  path: '/hq/curricula',
  permission: 'hq:read',
  scope: 'organization',
  tag,
  summary: 'Who uses which curriculum of the organization: centers and batches that do, and students enrolled in those',
  answer: z.object({
    items: z.array(
      z.object({ curriculumId: Id, centers: z.int(), batches: z.int(), students: z.int(), ownVersions: z.int() }),
    ),
  }),
});
