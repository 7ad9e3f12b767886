import { Injectable } from '@nestjs/common';
import { CreditsImportRepository } from './credits-import.repository.ts';
import { VISIT } from './credits.service.ts';

export interface VisitsBoughtElsewhere {
  studentId: string;
  enrollmentId: string;
  visits: number;
  /** Used before they were written down here; at most all of them. */
  used: number;
  expiresOn: string | null;
}

@Injectable()
export class CreditsImportService {
  constructor(private readonly credits: CreditsImportRepository) {}

  async grant(lots: readonly VisitsBoughtElsewhere[]): Promise<void> {
    if (lots.length === 0) return;
    await this.credits.add(
      lots.map(({ visits, used, ...lot }) => ({
        ...lot,
        quantity: visits * VISIT,
        used: Math.min(used, visits) * VISIT,
      })),
    );
  }
}
