import { Injectable } from '@nestjs/common';
import type { InputOf, listSkillHistory, StudentSkills } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found } from '../../platform/problems/problem.ts';
import { trainerIdOf } from '../students/index.ts';
import { StudentSkillsRepository } from './student-skills.repository.ts';

/** One student's skills. A trainer has those of the own classes only. */
@Injectable()
export class StudentSkillsService {
  constructor(private readonly students: StudentSkillsRepository) {}

  async get(actor: Actor, studentId: string): Promise<StudentSkills> {
    await this.assertStudent(actor, studentId);
    const curricula = await this.students.curricula(studentId);
    const skills = await this.students.skills(
      studentId,
      curricula.map(({ id }) => id),
    );
    const byCurriculum = Map.groupBy(skills, ({ curriculumId }) => curriculumId);
    return {
      curricula: curricula.map((curriculum) => ({ ...curriculum, skills: byCurriculum.get(curriculum.id) ?? [] })),
      mayAssess: may(actor, 'progress:write'),
    };
  }

  async history(actor: Actor, studentId: string, query: InputOf<typeof listSkillHistory>['query']) {
    await this.assertStudent(actor, studentId);
    const rows = await this.students.history(studentId, query);
    return pageOf(rows, query.limit, (row) => [row.assessedAt, row.id]);
  }

  private async assertStudent(actor: Actor, id: string): Promise<void> {
    found((await this.students.isStudent(id, trainerIdOf(actor))) || undefined, 'student');
  }
}
