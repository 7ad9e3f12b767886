import { type InputOf, SkillLevel, type assessSkills } from '@cartwheel/contracts';
import { Problem } from '../../platform/problems/problem.ts';

export type WantedLevel = InputOf<typeof assessSkills>['body']['updates'][number];

export interface KnownStudent {
  id: string;
  /** In a class of the person who rates, or that person may rate everybody. */
  mayBeRated: boolean;
}

export interface KnownSkill {
  id: string;
  name: string;
  retired: boolean;
}

/** A skill of a student as it is; one that was never rated is not started. */
export interface Standing {
  level: SkillLevel;
  note: string | null;
}

export interface NewAssessment {
  studentId: string;
  skillId: string;
  level: SkillLevel;
  previousLevel: SkillLevel;
  note: string | null;
}

export interface Known {
  students: ReadonlyMap<string, KnownStudent>;
  skills: ReadonlyMap<string, KnownSkill>;
  standings: ReadonlyMap<string, Standing>;
}

export const cellOf = ({ studentId, skillId }: { studentId: string; skillId: string }) => `${studentId} ${skillId}`;

const neverRated: Standing = { level: 'NOT_STARTED', note: null };
const rank = (level: SkillLevel) => SkillLevel.options.indexOf(level);
const isLower = (level: SkillLevel, than: SkillLevel) => rank(level) < rank(than);

/** What is to be written: levels that change, and new notes. */
export function assessmentsOf(updates: readonly WantedLevel[], { standings }: Known): NewAssessment[] {
  return updates.flatMap((update) => {
    const before = standings.get(cellOf(update)) ?? neverRated;
    const note = update.notes || null;
    if (update.level === before.level && (note === null || note === before.note)) return [];
    const { studentId, skillId, level } = update;
    return [{ studentId, skillId, level, previousLevel: before.level, note }];
  });
}

/** Why nothing of it may be written, with every line that is in the way; or undefined. */
export function refusalOf(updates: readonly WantedLevel[], known: Known): Problem | undefined {
  const check = (field: string, isWrong: (update: WantedLevel) => boolean, message: string, code: string) =>
    updates.flatMap((update, index) => (isWrong(update) ? [{ path: `updates.${index}.${field}`, message, code }] : []));
  const { students, skills } = known;
  const missing = [
    ...check(
      'studentId',
      ({ studentId }) => !students.has(studentId),
      'There is no such student',
      'reference_not_found',
    ),
    ...check('skillId', ({ skillId }) => !skills.has(skillId), 'There is no such skill here', 'reference_not_found'),
    ...check(
      'skillId',
      ({ skillId }) => skills.get(skillId)?.retired === true,
      'Not taught any more',
      'reference_not_found',
    ),
  ];
  if (missing.length > 0)
    return new Problem('reference_not_found', { detail: 'Not every student and skill is known here', errors: missing });
  const foreign = check(
    'studentId',
    ({ studentId }) => !students.get(studentId)!.mayBeRated,
    'Not in your classes',
    'forbidden',
  );
  if (foreign.length > 0)
    return new Problem('forbidden', { detail: 'Trainers rate the students of their own classes', errors: foreign });
  const unexplained = check('notes', (update) => needsNote(update, known), 'Say why the level is lower', 'invalid');
  return unexplained.length > 0 ? new Problem('validation_failed', { errors: unexplained }) : undefined;
}

function needsNote(update: WantedLevel, { standings }: Known): boolean {
  return !update.notes && isLower(update.level, (standings.get(cellOf(update)) ?? neverRated).level);
}
