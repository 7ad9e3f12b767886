import { Injectable } from '@nestjs/common';
import { CreditsRepository, type VisitUse } from './credits.repository.ts';
import { MakeUpCreditsRepository } from './make-up-credits.repository.ts';

/** The ledger counts in hundredths, so that half a visit can be given back. */
export const VISIT = 100;

/** A make-up whose class is cancelled by the center can be used for so many days, however soon it would expire. */
const DAYS_TO_REBOOK = 14;

/** Visits bought and used: lots and entries, of which none is ever changed. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly credits: CreditsRepository,
    private readonly makeUps: MakeUpCreditsRepository,
  ) {}

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
    return this.credits.reverse(['VISIT'], sessionId, [studentId]);
  }

  giveBackMany(sessionId: string, studentIds: readonly string[]): Promise<number> {
    return this.credits.reverse(['VISIT'], sessionId, studentIds);
  }

  /** Visits and make-ups, to everybody, when a session is cancelled. */
  async giveBackSession(sessionId: string): Promise<number> {
    await this.makeUps.extendUsedIn(sessionId, DAYS_TO_REBOOK);
    return this.credits.reverse(['VISIT', 'MAKEUP'], sessionId, null);
  }

  /** The visits of an enrollment expire with it. */
  expireOn(enrollmentId: string, date: string): Promise<void> {
    return this.credits.expireOn(enrollmentId, date);
  }
}
