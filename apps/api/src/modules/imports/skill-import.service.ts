import { Injectable } from '@nestjs/common';
import { instantOf } from '@cartwheel/domain/calendar';
import { closestName, type SkillRecord } from '@cartwheel/sheets';
import { Clock } from '../../platform/clock/clock.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { AssessmentsImportService } from '../progress/index.ts';
import { familyKeys, StudentsImportService } from '../students/index.ts';
import {
  type Imported,
  type ImportContext,
  noteOf,
  refusedAs,
  type RowsImporter,
  type RowToImport,
} from './import-context.ts';
import type { KnownSkill } from './import-places.repository.ts';
import { peopleOf, personOf } from './imported-person.ts';
import { assertReadable, brought, findChildren, skipped } from './known-children.ts';

type Row = RowToImport<SkillRecord>;

interface Rated {
  studentId: string;
  skill: KnownSkill;
}

const RATED = noteOf(null, 'known_rating', 'This rating is written down already.');

@Injectable()
export class SkillImportService implements RowsImporter<SkillRecord> {
  constructor(
    private readonly students: StudentsImportService,
    private readonly assessments: AssessmentsImportService,
    private readonly clock: Clock,
  ) {}

  takeTurns(rows: readonly Row[], context: ImportContext): Promise<void> {
    return this.students.takeTurns(peopleOf(rows, context));
  }

  /** The same child and skill: the later row sees the earlier. */
  keysOf({ record }: Row, { center, skills }: ImportContext): string[] {
    const { child, skill } = record;
    const keys = [...familyKeys(personOf(record, center)), `${child.firstName} ${child.lastName}`.toLowerCase()];
    return keys.map((key) => `${key}/${skillNamed(skill, skills)?.id}`);
  }

  async bringIn(rows: readonly Row[], context: ImportContext): Promise<Imported[]> {
    const children = await findChildren(this.students, rows, context);
    const rated = assertReadable<Rated>(
      rows.map(({ record }, position) => {
        const studentId = children[position]!;
        if (studentId instanceof Problem) return studentId;
        const skill = skillNamed(record.skill, context.skills);
        return skill ? { studentId, skill } : unknownSkill(record.skill, context);
      }),
      isProblem,
    );
    const now = this.clock.now().toISOString();
    const assessments = rated.map(({ studentId, skill }, position) => {
      const { level, notes: note, assessedOn } = rows[position]!.record;
      const assessedAt =
        assessedOn === null || assessedOn >= context.center.today
          ? now
          : instantOf(assessedOn, '12:00', context.center.timezone).instant;
      return { studentId, skillId: skill.id, skillName: skill.name, level, note, assessedAt };
    });
    const known = await this.assessments.known(assessments);
    await this.assessments.add(assessments.filter((_, position) => !known.has(position)));
    return rated.map(({ studentId }, position) =>
      known.has(position) ? skipped(studentId, RATED) : brought('CREATED', studentId),
    );
  }
}

/** By its name, or by one that a slip of the pen is away. */
function skillNamed(name: string, skills: readonly KnownSkill[]): KnownSkill | undefined {
  const meant = closestName(
    name,
    skills.map((skill) => skill.name),
  );
  return skills.find((skill) => skill.name === meant);
}

function unknownSkill(name: string, { skills }: ImportContext): Problem {
  if (skills.length === 0)
    return refusedAs('skill', 'missing_curriculum', 'Choose the curriculum these skills belong to');
  return refusedAs('skill', 'unknown_skill', `The curriculum has no skill called “${name}”`);
}

const isProblem = (one: Rated | Problem): one is Problem => one instanceof Problem;
