import { Injectable } from '@nestjs/common';
import { instantOf } from '@cartwheel/domain/calendar';
import { type ImportedVisit, IntroVisitsImportRepository } from './intro-visits-import.repository.ts';

/** Elsewhere nobody wrote down at what time. */
const START_TIME = '10:00';

@Injectable()
export class IntroVisitsImportService {
  constructor(private readonly visits: IntroVisitsImportRepository) {}

  add(visits: readonly ImportedVisit[], timezone: string): Promise<void> {
    return this.visits.add(
      visits.map((visit) => ({
        ...visit,
        startTime: START_TIME,
        scheduledAt: instantOf(visit.date, START_TIME, timezone).instant,
      })),
    );
  }
}
