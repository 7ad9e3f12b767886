import { Injectable } from '@nestjs/common';
import { CreditsImportRepository } from './credits-import.repository.ts';
import { VISIT } from './credits.service.ts';

@Injectable()
export class CreditsImportService {
  constructor(private readonly credits: CreditsImportRepository) {}

  /** Visits of a lot that were used before it was written down here. */
  note({ lotId, studentId, visits }: { lotId: string; studentId: string; visits: number }): Promise<void> {
    return this.credits.adjust(lotId, studentId, -visits * VISIT);
  }
}
