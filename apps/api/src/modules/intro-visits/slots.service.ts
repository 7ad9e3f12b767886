import { Injectable } from '@nestjs/common';
import type { InputOf, scheduleIntroVisit } from '@cartwheel/contracts';
import { localOf } from '@cartwheel/domain/calendar';
import { Problem } from '../../platform/problems/problem.ts';
import { BookingsService } from '../bookings/index.ts';
import { IntroVisitsRepository, type SessionRow, type Slot } from './intro-visits.repository.ts';

type Wanted = Pick<InputOf<typeof scheduleIntroVisit>['body'], 'classSessionId' | 'batchId' | 'date' | 'scheduledAt'>;

@Injectable()
export class SlotsService {
  constructor(
    private readonly visits: IntroVisitsRepository,
    private readonly bookings: BookingsService,
  ) {}

  /** Throws reference_not_found when there is no such session, session_closed when it cannot be booked any more. */
  async resolve({ classSessionId, batchId, date, scheduledAt }: Wanted, timezone: string): Promise<Slot> {
    if (scheduledAt) {
      const { date, time } = localOf(scheduledAt, timezone);
      return { classSessionId: null, date, startTime: time, scheduledAt };
    }
    const session = classSessionId
      ? await this.visits.findSession(classSessionId)
      : await this.visits.findSessionOn(batchId ?? '', date ?? '');
    if (!session) throw new Problem('reference_not_found', { detail: 'There is no such session' });
    assertBookable(session);
    const { id, startTime, startsAt } = session;
    return { classSessionId: id, date: session.date, startTime, scheduledAt: startsAt };
  }

  /** The trial seat of a slot in a session; a free time takes none. */
  async claim({ classSessionId }: Slot, lead: { studentId: string; leadId: string }): Promise<string | null> {
    if (!classSessionId) return null;
    return this.bookings.claim({ sessionId: classSessionId, kind: 'TRIAL', ...lead });
  }

  async release(bookingId: string | null, reason: string): Promise<void> {
    if (bookingId) await this.bookings.release(bookingId, reason);
  }
}

function assertBookable({ status, over, date }: SessionRow): void {
  if (!over && (status === 'PUBLISHED' || status === 'IN_PROGRESS')) return;
  throw new Problem('session_closed', { detail: `The session on ${date} takes no bookings` });
}
