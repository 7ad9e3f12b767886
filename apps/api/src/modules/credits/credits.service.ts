import { Injectable } from '@nestjs/common';
import { CreditsRepository } from './credits.repository.ts';

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
  useVisit(visit: { enrollmentId: string; sessionId: string; studentId: string }): Promise<boolean> {
    return this.credits.use({ ...visit, amount: VISIT });
  }

  /** Gives back what a session used, by counter-entries. Doing it twice gives back once. */
  giveBack(visit: { sessionId: string; studentId: string }): Promise<number> {
    return this.credits.reverse(visit);
  }
}
