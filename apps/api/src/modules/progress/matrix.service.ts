import { Injectable } from '@nestjs/common';
import type { getSkillMatrix, InputOf, SkillMatrix } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { SkillsService } from '../curricula/index.ts';
import { MatrixRepository } from './matrix.repository.ts';

@Injectable()
export class MatrixService {
  constructor(
    private readonly matrices: MatrixRepository,
    private readonly skills: SkillsService,
  ) {}

  /** Throws not_found, or forbidden for a trainer who neither trains the batch nor takes it today. */
  async get(
    actor: Actor,
    batchId: string,
    { category, presentToday }: InputOf<typeof getSkillMatrix>['query'],
  ): Promise<SkillMatrix> {
    const { isOwn, ...batch } = found(await this.matrices.batch(batchId, actor.userId), 'batch');
    if (actor.role === 'TRAINER' && !isOwn)
      throw new Problem('forbidden', { detail: 'This is the batch of another trainer' });
    const taught = batch.curriculum ? await this.skills.taught(batch.curriculum.id) : [];
    const skills = taught.filter((skill) => category === undefined || skill.category === category);
    const students = await this.matrices.students(batchId, presentToday);
    return {
      ...batch,
      categories: [...new Set(taught.flatMap((skill) => skill.category ?? []))],
      skills,
      rows: await this.rows(students, skills),
      mayAssess: may(actor, 'progress:write'),
    };
  }

  private async rows(students: Awaited<ReturnType<MatrixRepository['students']>>, skills: { id: string }[]) {
    const cells = await this.matrices.cells(
      students.map(({ studentId }) => studentId),
      skills.map(({ id }) => id),
    );
    const byStudent = Map.groupBy(cells, ({ studentId }) => studentId);
    return students.map((student) => {
      const own = byStudent.get(student.studentId) ?? [];
      const lastAssessedAt = own.reduce<string | null>(
        (last, { changedAt }) => (last !== null && last > changedAt ? last : changedAt),
        null,
      );
      return { ...student, lastAssessedAt, cells: own };
    });
  }
}
