import { Injectable } from '@nestjs/common';
import { type EventMap, On } from '../../platform/events/events.ts';
import { RenewalActsService } from './renewal-acts.service.ts';

@Injectable()
export class RenewalsHandlers {
  constructor(private readonly acts: RenewalActsService) {}

  @On('night.fell')
  planTalks(): Promise<void> {
    return this.acts.planTalks();
  }

  @On('enrollment.cancelled')
  forget({ enrollmentId }: EventMap['enrollment.cancelled']): Promise<void> {
    return this.acts.forget(enrollmentId);
  }
}
