import { Injectable } from '@nestjs/common';
import { type EventMap, On } from '../../platform/events/events.ts';
import { EnrollmentChangesService } from './enrollment-changes.service.ts';

@Injectable()
export class EnrollmentsHandlers {
  constructor(private readonly changes: EnrollmentChangesService) {}

  @On('night.fell')
  expire({ date }: EventMap['night.fell']): Promise<void> {
    return this.changes.expire(date);
  }
}
