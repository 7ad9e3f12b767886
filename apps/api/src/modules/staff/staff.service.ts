import { Injectable } from '@nestjs/common';
import { Problem } from '../../platform/problems/problem.ts';
import { StaffRepository } from './staff.repository.ts';

/** Who may be given work in this center. A key to `users` alone would accept a stranger. */
@Injectable()
export class StaffService {
  constructor(private readonly staff: StaffRepository) {}

  /** Passes for nobody, too: work may be left unassigned. */
  async assertWorksHere(userId: string | null | undefined): Promise<void> {
    if (!userId || (await this.staff.worksHere(userId))) return;
    throw new Problem('reference_not_found', { detail: 'Nobody with this id works here' });
  }
}
