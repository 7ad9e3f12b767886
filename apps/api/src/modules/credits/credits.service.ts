import { Injectable } from '@nestjs/common';
import { CreditsRepository, type VisitUse } from './credits.repository.ts';

/** The ledger counts in hundredths, so that half a visit can be given back. */
export const VISIT = 100;

/** Visits bought and used: lots and entries, of which none is ever changed. */
@Injectable()
export class CreditsService {
  constructor(private readonly credits: CreditsRepository) {}

  grant(lot: { studentId: string; enrollmentId: string; visits: number; expiresOn: string | null }): Promise<string> {
    return this.credits.grant({ ...lot, quantity: lot.visits * VISIT });
  }

  /** Uses one visit of the enrollment for a session, once. Answers false when none is left or it does not count visits. */
  async useVisit({ sessionId, ...visit }: VisitUse & { sessionId: string }): Promise<boolean> {
    return (await this.useVisits(sessionId, [visit])).length === 1;
  }

  /** As `useVisit` for many students of one session; answers those whose visit was used. */
  useVisits(sessionId: string, visits: readonly VisitUse[]): Promise<string[]> {
    return this.credits.use(sessionId, visits, VISIT);
  }

  /** Gives back what a session used, by counter-entries. Doing it twice gives back once. */
  giveBack({ sessionId, studentId }: { sessionId: string; studentId: string }): Promise<number> {
    return this.credits.reverse(sessionId, [studentId]);
  }

  giveBackMany(sessionId: string, studentIds: readonly string[]): Promise<number> {
    return this.credits.reverse(sessionId, studentIds);
  }

  /** To everybody, when a session is cancelled. */
  giveBackSession(sessionId: string): Promise<number> {
    return this.credits.reverse(sessionId, null);
  }

  /** The visits of an enrollment expire with it. */
  expireOn(enrollmentId: string, date: string): Promise<void> {
    return this.credits.expireOn(enrollmentId, date);
  }
}
