import { Injectable } from '@nestjs/common';
import { instantOf } from '@cartwheel/domain/calendar';
import { IntroVisitsImportRepository } from './intro-visits-import.repository.ts';

/** Elsewhere nobody wrote down at what time. */
const START_TIME = '10:00';

@Injectable()
export class IntroVisitsImportService {
  constructor(private readonly visits: IntroVisitsImportRepository) {}

  add(visit: {
    leadId: string;
    studentId: string;
    status: 'SCHEDULED' | 'ATTENDED' | 'NO_SHOW';
    date: string;
    timezone: string;
  }): Promise<void> {
    const { timezone, ...told } = visit;
    const scheduledAt = instantOf(visit.date, START_TIME, timezone).instant;
    return this.visits.add({ ...told, startTime: START_TIME, scheduledAt });
  }
}
