import { Injectable } from '@nestjs/common';
import type { Enrollment, InputOf, listEnrollments, listStudentEnrollments } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found } from '../../platform/problems/problem.ts';
import { StudentsService } from '../students/index.ts';
import { EnrollmentsReadings, type Filter } from './enrollment-readings.repository.ts';

/** Enrollments as people read them. Trainers have those of the students they teach. */
@Injectable()
export class EnrollmentsService {
  constructor(
    private readonly readings: EnrollmentsReadings,
    private readonly students: StudentsService,
  ) {}

  list(actor: Actor, query: InputOf<typeof listEnrollments>['query']) {
    return this.page({ ...query, trainerId: trainerOf(actor) }, query.limit);
  }

  async ofStudent(actor: Actor, studentId: string, query: InputOf<typeof listStudentEnrollments>['query']) {
    await this.students.get(actor, studentId);
    return this.page({ ...query, studentId }, query.limit);
  }

  async get(actor: Actor, id: string): Promise<Enrollment> {
    return found(await this.readings.find(id, trainerOf(actor)), 'enrollment');
  }

  private async page(filter: Filter, limit: number) {
    return pageOf(await this.readings.list(filter, limit + 1), limit, (row) => [row.createdAt, row.id]);
  }
}

const trainerOf = (actor: Actor): string | undefined => (actor.role === 'TRAINER' ? actor.userId : undefined);
