import { Injectable } from '@nestjs/common';
import { type EventMap, On } from '../../platform/events/events.ts';
import { IntroVisitsService } from './intro-visits.service.ts';
import { SchedulingService } from './scheduling.service.ts';

@Injectable()
export class IntroVisitsHandlers {
  constructor(
    private readonly visits: IntroVisitsService,
    private readonly scheduling: SchedulingService,
  ) {}

  @On('class-session.cancelled')
  async cancelWithSession({ sessionId, reason }: EventMap['class-session.cancelled']): Promise<void> {
    await this.visits.cancelOfSession(sessionId, reason);
  }

  @On('class-session.moved')
  async moveWithSession({ sessionId }: EventMap['class-session.moved']): Promise<void> {
    await this.scheduling.followSession(sessionId);
  }

  @On('lead.lost')
  async cancelWithLead({ leadId }: EventMap['lead.lost']): Promise<void> {
    await this.visits.cancelOfLead(leadId);
  }
}
