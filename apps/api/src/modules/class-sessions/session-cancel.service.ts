import { Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/events.ts';
import { BookingsService } from '../bookings/index.ts';
import { CreditsService } from '../credits/index.ts';
import './class-sessions.events.ts';
import { SessionWritesRepository } from './session-writes.repository.ts';

@Injectable()
export class SessionCancelService {
  constructor(
    private readonly sessions: SessionWritesRepository,
    private readonly bookings: BookingsService,
    private readonly credits: CreditsService,
    private readonly events: Events,
  ) {}

  /**
   * Cancels those that are neither over nor cancelled: seats are released, visits given back, families told. With
   * `freeSlot` the batch may be given that day anew. Answers how many were cancelled.
   */
  async cancel(ids: readonly string[], reason: string, { freeSlot }: { freeSlot: boolean }): Promise<number> {
    const cancelled = await this.sessions.cancel(ids, reason, freeSlot);
    for (const sessionId of cancelled) {
      const studentIds = await this.bookings.releaseOfSession(sessionId, reason);
      await this.credits.giveBackSession(sessionId);
      await this.events.publish('class-session.cancelled', { sessionId, reason, studentIds });
    }
    return cancelled.length;
  }
}
