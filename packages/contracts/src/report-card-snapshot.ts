import * as z from 'zod';
import { Id, Instant, LocalDate } from './primitives.ts';
import { SkillLevel } from './progress.ts';

/** How long a comment or a summary may be: what a family reads, and what fits on the page. */
export const MAX_REMARK = 300;

const ReportedSkill = z.object({
  name: z.string(),
  /** At the end of the last day of the period. */
  level: SkillLevel,
  /** As the period began. */
  before: SkillLevel,
  /** It was looked at within the period. */
  assessed: z.boolean(),
});
export type ReportedSkill = z.infer<typeof ReportedSkill>;

/** All that a report card says. Once frozen, everything that is shown or printed comes from here and from nowhere else. */
export const ReportCardSnapshot = z
  .object({
    /** Of the snapshot's shape. */
    format: z.literal(1),
    code: z.string().nullable(),
    version: z.int().nullable(),
    /** Null as long as it is a preview. */
    issuedAt: Instant.nullable(),
    issuedOn: LocalDate,
    verifyUrl: z.string().nullable(),
    center: z.object({
      name: z.string(),
      organization: z.string(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      color: z.string(),
      locale: z.string(),
    }),
    terms: z.object({ student: z.string(), trainer: z.string(), batch: z.string() }),
    student: z.object({
      id: Id,
      name: z.string(),
      firstName: z.string(),
      /** On the last day of the period. */
      ageYears: z.int().nullable(),
    }),
    batches: z.array(z.string()),
    trainers: z.array(z.string()),
    period: z.object({ from: LocalDate, to: LocalDate }),
    attendance: z.object({
      attended: z.int(),
      late: z.int(),
      absent: z.int(),
      excused: z.int(),
      /** Of those attended or missed without excuse; null when there were none. */
      percent: z.int().nullable(),
    }),
    curricula: z.array(
      z.object({
        name: z.string(),
        categories: z.array(z.object({ name: z.string().nullable(), skills: z.array(ReportedSkill) })),
      }),
    ),
    /** How often a level was given within the period. */
    assessments: z.int(),
    comments: z.string(),
    summary: z.string(),
  })
  .meta({ id: 'ReportCardSnapshot' });
export type ReportCardSnapshot = z.infer<typeof ReportCardSnapshot>;
