import type { ReportCardSnapshot, ReportedSkill, SkillLevel } from '@cartwheel/contracts';
import { addDays, ageOn, daysBetween } from '@cartwheel/domain/calendar';
import { refuse } from '../../platform/problems/problem.ts';

export interface Period {
  from: string;
  to: string;
}

/** A skill as it is stored, with the last levels given before the period began and before it ended. */
export interface SkillFact {
  curriculum: string;
  category: string | null;
  name: string;
  level: SkillLevel | null;
  before: SkillLevel | null;
  assessed: boolean;
}

/** How often a mark was given in the period. */
export interface MarkFact {
  status: string;
  count: number;
}

export interface CardFacts {
  center: ReportCardSnapshot['center'];
  student: { id: string; name: string; firstName: string; dob: string | null; birthYear: number | null };
  batches: string[];
  trainers: string[];
  marks: MarkFact[];
  skills: SkillFact[];
  assessments: number;
}

/** What makes of a preview the card that is given out. */
export interface Seal {
  code: string;
  version: number;
  issuedAt: string;
  verifyUrl: string;
}

interface Parts {
  period: Period;
  issuedOn: string;
  terms: ReportCardSnapshot['terms'];
  remarks: { comments: string; summary: string };
  seal: Seal | null;
}

const USUAL_DAYS = 30;
const MOST_DAYS = 731;
const ATTENDED = ['PRESENT', 'LATE', 'MAKEUP', 'TRIAL'];

/** Without days given: the last thirty, today included. Refuses what ends before it begins, or has not ended yet. */
export function periodOf(
  asked: { periodStart?: string | undefined; periodEnd?: string | undefined },
  today: string,
): Period {
  const to = asked.periodEnd ?? today;
  const from = asked.periodStart ?? addDays(to, 1 - USUAL_DAYS);
  if (from > to) throw refuse('periodEnd', 'The period ends before it begins');
  if (to > today) throw refuse('periodEnd', 'A report card tells what was: the last day is today');
  if (daysBetween(from, to) >= MOST_DAYS) throw refuse('periodStart', 'A period is no longer than two years');
  return { from, to };
}

export function snapshotOf(facts: CardFacts, { period, issuedOn, terms, remarks, seal }: Parts): ReportCardSnapshot {
  const { dob, birthYear, ...student } = facts.student;
  return {
    format: 1,
    code: seal?.code ?? null,
    version: seal?.version ?? null,
    issuedAt: seal?.issuedAt ?? null,
    verifyUrl: seal?.verifyUrl ?? null,
    issuedOn,
    center: facts.center,
    terms,
    student: { ...student, ageYears: ageAt(period.to, dob, birthYear) },
    batches: facts.batches,
    trainers: facts.trainers,
    period,
    attendance: attendanceOf(facts.marks),
    curricula: curriculaOf(facts.skills),
    assessments: facts.assessments,
    ...remarks,
  };
}

function ageAt(day: string, dob: string | null, birthYear: number | null): number | null {
  if (dob) return dob > day ? 0 : ageOn(dob, day).years;
  return birthYear === null ? null : Math.max(0, Number(day.slice(0, 4)) - birthYear);
}

/** Who was excused is neither there nor missed. */
export function attendanceOf(marks: readonly MarkFact[]): ReportCardSnapshot['attendance'] {
  const countOf = (...statuses: string[]) =>
    marks.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
  const attended = countOf(...ATTENDED);
  const absent = countOf('ABSENT');
  const counted = attended + absent;
  const percent = counted === 0 ? null : Math.round((100 * attended) / counted);
  return { attended, late: countOf('LATE'), absent, excused: countOf('EXCUSED'), percent };
}

/** In the order in which the skills come. A skill without a level was not started. */
function curriculaOf(skills: readonly SkillFact[]): ReportCardSnapshot['curricula'] {
  const curricula: ReportCardSnapshot['curricula'] = [];
  for (const { curriculum, category, name, assessed, ...levels } of skills) {
    const inside = entryOf(curricula, curriculum, () => ({ name: curriculum, categories: [] }));
    const group = entryOf(inside.categories, category, () => ({ name: category, skills: new Array<ReportedSkill>() }));
    const [level, before] = [levels.level ?? 'NOT_STARTED', levels.before ?? 'NOT_STARTED'] as const;
    group.skills.push({ name, level, before, assessed });
  }
  return curricula;
}

function entryOf<Entry extends { name: string | null }>(
  entries: Entry[],
  name: string | null,
  create: () => Entry,
): Entry {
  const known = entries.find((entry) => entry.name === name);
  if (known) return known;
  const made = create();
  entries.push(made);
  return made;
}
