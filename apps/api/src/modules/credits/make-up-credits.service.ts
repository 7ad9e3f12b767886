import { Injectable } from '@nestjs/common';
import { CreditsRepository } from './credits.repository.ts';
import { VISIT } from './credits.service.ts';
import { MakeUpCreditsRepository } from './make-up-credits.repository.ts';

/** Make-ups earned by absences, in the same ledger as visits and never mixed with them. */
@Injectable()
export class MakeUpCreditsService {
  constructor(
    private readonly makeUps: MakeUpCreditsRepository,
    private readonly credits: CreditsRepository,
  ) {}

  /** One make-up, for a class on a day up to `expiresOn`. Answers the lot's id. */
  grant(studentId: string, expiresOn: string): Promise<string> {
    return this.makeUps.grant(studentId, VISIT, expiresOn);
  }

  /** Takes the make-up that expires first for a class on a day. Answers its lot, or undefined when there is none. */
  take(use: { studentId: string; sessionId: string; on: string }): Promise<string | undefined> {
    return this.makeUps.take(use, VISIT);
  }

  /** Gives back what the student's seat in a session took. Doing it twice gives back once. */
  giveBack(sessionId: string, studentId: string): Promise<number> {
    return this.credits.reverse(['MAKEUP'], sessionId, [studentId]);
  }

  /** Takes a make-up back that was granted; answers false when it is used. */
  withdraw(lotId: string): Promise<boolean> {
    return this.makeUps.withdraw(lotId);
  }

  /** Writes off what is left of make-ups whose last day has passed. Doing it twice writes off once. */
  expirePast(): Promise<number> {
    return this.makeUps.expirePast();
  }
}
