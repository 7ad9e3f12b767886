import { Injectable } from '@nestjs/common';
import { BookingsRepository, type Reclaimed, type Seat, type SeatWanted } from './bookings.repository.ts';

/** The one door to seats. The database decides; this only asks. */
@Injectable()
export class BookingsService {
  constructor(private readonly bookings: BookingsRepository) {}

  /** Answers the booking's id. Throws capacity_full, already_booked, session_closed or reference_not_found. */
  claim(seat: SeatWanted): Promise<string> {
    return this.bookings.claim(seat);
  }

  /** Gives a seat back; answers false when it had been given back before. */
  release(bookingId: string, reason: string): Promise<boolean> {
    return this.bookings.release(bookingId, reason);
  }

  /** Seats for an enrollment in every session there is on its days, from a date on. Answers how many it took. */
  claimForEnrollment(enrollmentId: string, from?: string): Promise<number> {
    return this.bookings.claimForEnrollment(enrollmentId, from ?? null);
  }

  claimForEnrollments(enrollments: readonly { enrollmentId: string; from: string }[]): Promise<void> {
    return this.bookings.claimForEnrollments(enrollments);
  }

  /** Gives back the seats of an enrollment in sessions that have not begun, from a date on. */
  releaseOfEnrollment(enrollmentId: string, from: string, reason: string): Promise<number> {
    return this.bookings.releaseOfEnrollment(enrollmentId, from, reason);
  }

  /** Gives back the seats of an enrollment on these days where nobody was marked yet; `to` null: from a day on. Answers them. */
  releaseBetween(enrollmentId: string, days: { from: string; to: string | null }, reason: string): Promise<Seat[]> {
    return this.bookings.releaseBetween(enrollmentId, days, reason);
  }

  /** Takes the seats of an enrollment's places on these days again, where they are free. Answers all, and which it has. */
  reclaim(enrollmentId: string, days: { from: string; to: string }): Promise<Reclaimed[]> {
    return this.bookings.reclaim(enrollmentId, days);
  }

  /** Seats in new sessions for everybody with a standing place in their batch. Answers how many it took. */
  claimStanding(sessionIds: readonly string[]): Promise<number> {
    return this.bookings.claimStanding(sessionIds);
  }

  /** From a day on, the standing places of a batch on its weekday are so many days later, or earlier. */
  moveStanding(batchId: string, move: { from: string; by: number }): Promise<void> {
    return this.bookings.moveStanding(batchId, move);
  }

  /** Every seat of a session that is cancelled; answers the students who had one. */
  releaseOfSession(sessionId: string, reason: string): Promise<string[]> {
    return this.bookings.releaseOfSession(sessionId, reason);
  }

  /** Attendance tells what became of a booking; CONFIRMED takes it back. */
  setOutcomes(
    sessionId: string,
    outcomes: { studentId: string; status: 'CONFIRMED' | 'ATTENDED' | 'NO_SHOW' }[],
  ): Promise<void> {
    return this.bookings.setOutcomes(sessionId, outcomes);
  }
}
