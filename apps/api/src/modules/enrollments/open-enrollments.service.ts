import { Injectable } from '@nestjs/common';
import { found, Problem } from '../../platform/problems/problem.ts';
import { EnrollmentsReadings, type EnrollmentState } from './enrollment-readings.repository.ts';
import { EnrollmentsRepository } from './enrollments.repository.ts';

const OPEN = new Set(['PENDING', 'ACTIVE', 'PAUSED']);

/** Enrollments that are to be changed: nobody else changes anything of the student until the unit ends. */
@Injectable()
export class OpenEnrollmentsService {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly readings: EnrollmentsReadings,
  ) {}

  /** Refuses with invalid_transition what is over. */
  async get(id: string): Promise<EnrollmentState> {
    const enrollment = await this.locked(id);
    if (OPEN.has(enrollment.status)) return enrollment;
    throw new Problem('invalid_transition', {
      detail: `It is ${enrollment.status.toLowerCase()} already`,
      allowed: [],
    });
  }

  async locked(id: string): Promise<EnrollmentState> {
    const seen = found(await this.readings.state(id), 'enrollment');
    await this.enrollments.lockStudent(seen.studentId);
    return found(await this.readings.state(id), 'enrollment');
  }
}
