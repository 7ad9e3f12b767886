import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays } from '@cartwheel/domain/calendar';
import { CreditsService, MakeUpCreditsService } from '../src/modules/credits/index.ts';
import { type Context, Database } from '../src/platform/database/database.ts';
import { sql } from '../src/platform/database/sql.ts';
import { UnitsOfWork } from '../src/platform/database/units-of-work.ts';
import { toProblem } from '../src/platform/problems/translate.ts';

const CLASS = 30;
/** Steps of one family in one transaction. */
const FAMILY = 10;

export interface Enrolled {
  studentId: string;
  enrollmentId: string;
}

const nothing = { visits: 0, makeUps: 0, reversals: 0, grants: 0, expiries: 0 };
type Tally = typeof nothing;

/** What committed, by the answers of the services; an operation that was refused for want of credits is one too. */
export const done = { operations: 0, ...nothing, rolledBack: 0, triedAgain: 0 };

/** Answers after which a client tries again: they leave nothing behind. */
const tryAgain = new Set(['conflict_retry', 'overloaded']);

class RolledBack extends Error {}

/** Everything somebody could do to credits, as the application does it: its services, its role, its transactions. */
export class Crowd {
  private readonly units: UnitsOfWork;
  private readonly db: Database;
  private readonly credits: CreditsService;
  private readonly makeUps: MakeUpCreditsService;
  private readonly classes: { sessionId: string; group: readonly Enrolled[] }[] = [];
  private readonly booked: { sessionId: string; studentId: string }[] = [];
  private readonly lots: string[] = [];

  constructor(
    app: NestFastifyApplication,
    private readonly context: Context,
    private readonly students: readonly Enrolled[],
    private readonly today: string,
  ) {
    this.units = app.get(UnitsOfWork);
    this.db = app.get(Database);
    this.credits = app.get(CreditsService);
    this.makeUps = app.get(MakeUpCreditsService);
  }

  act(roll: () => number): Promise<void> {
    const chance = roll();
    if (chance < 0.42) return this.commit(roll, CLASS, async () => ({ visits: await this.attend(roll) }));
    if (chance < 0.48) return this.commit(roll, CLASS, async () => ({ visits: await this.attendAgain(roll) }));
    if (chance < 0.7) return this.commit(roll, CLASS, async () => ({ reversals: await this.correct(roll) }));
    if (chance < 0.73) return this.commit(roll, CLASS, async () => ({ reversals: await this.cancelClass(roll) }));
    if (chance < 0.76) return this.commit(roll, 1, async () => ({ grants: await this.buy(roll) }));
    if (chance < 0.99) return this.commit(roll, FAMILY, async () => this.family(roll));
    return this.commit(roll, 1, async () => ({ expiries: await this.makeUps.expirePast() }));
  }

  /** One in twenty fails after it has done everything. */
  private async commit(roll: () => number, operations: number, work: () => Promise<Partial<Tally>>): Promise<void> {
    const fails = roll() < 0.05;
    try {
      const tally = await this.units.run(this.context, async () => {
        const answer = await work();
        if (fails) throw new RolledBack();
        return answer;
      });
      done.operations += operations;
      for (const what of Object.keys(nothing) as (keyof Tally)[]) done[what] += tally[what] ?? 0;
    } catch (error) {
      if (error instanceof RolledBack) done.rolledBack += operations;
      else if (tryAgain.has(toProblem(error).code)) done.triedAgain += 1;
      else throw error;
    }
  }

  private async attend(roll: () => number): Promise<number> {
    const one = { sessionId: randomUUID(), group: this.group(roll) };
    this.classes.push(one);
    return (await this.credits.useVisits(one.sessionId, one.group)).length;
  }

  private async attendAgain(roll: () => number): Promise<number> {
    const { sessionId, group } = pick(roll, this.classes) ?? { sessionId: randomUUID(), group: this.group(roll) };
    return (await this.credits.useVisits(sessionId, group)).length;
  }

  private async correct(roll: () => number): Promise<number> {
    const one = pick(roll, this.classes);
    return one
      ? this.credits.giveBackMany(
          one.sessionId,
          one.group.map(({ studentId }) => studentId),
        )
      : 0;
  }

  private async cancelClass(roll: () => number): Promise<number> {
    return this.credits.giveBackSession(pick(roll, this.classes)?.sessionId ?? randomUUID());
  }

  private async buy(roll: () => number): Promise<number> {
    const expiresOn = roll() < 0.3 ? null : addDays(this.today, Math.floor(roll() * 60));
    await this.credits.grant({ ...pick(roll, this.students)!, visits: 1 + Math.floor(roll() * 10), expiresOn });
    return 1;
  }

  /** A family earns, books, cancels and withdraws; its student is locked first, as announcing does. */
  private async family(roll: () => number): Promise<Tally> {
    const tally = { ...nothing };
    const { studentId } = pick(roll, this.students)!;
    await this.db.run(
      sql`select from students where center_id = current_center() and id = ${studentId} for no key update`,
    );
    for (let step = 0; step < FAMILY; step++) {
      const chance = roll();
      if (chance < 0.4) tally.grants += await this.earn(roll, studentId);
      else if (chance < 0.75) tally.makeUps += await this.book(studentId);
      else if (chance < 0.92) tally.reversals += await this.cancelBooking(roll);
      else tally.reversals += await this.withdraw(roll);
    }
    return tally;
  }

  private async earn(roll: () => number, studentId: string): Promise<number> {
    this.lots.push(await this.makeUps.grant(studentId, addDays(this.today, Math.floor(roll() * 30) - 4)));
    return 1;
  }

  private async book(studentId: string): Promise<number> {
    const sessionId = randomUUID();
    const lot = await this.makeUps.take({ studentId, sessionId, on: this.today });
    if (lot) this.booked.push({ sessionId, studentId });
    return lot ? 1 : 0;
  }

  private async cancelBooking(roll: () => number): Promise<number> {
    const one = pick(roll, this.booked);
    return one ? this.makeUps.giveBack(one.sessionId, one.studentId) : 0;
  }

  private async withdraw(roll: () => number): Promise<number> {
    const lot = pick(roll, this.lots);
    return lot && (await this.makeUps.withdraw(lot)) ? 1 : 0;
  }

  /** A class is those who come together: groups overlap by half. */
  private group(roll: () => number): Enrolled[] {
    const first = Math.floor(roll() * (this.students.length / (CLASS / 2) - 1)) * (CLASS / 2);
    return this.students.slice(first, first + CLASS);
  }
}

/** One of the last hundred: others are at it as well. */
function pick<Item>(roll: () => number, items: readonly Item[]): Item | undefined {
  const last = items.slice(-100);
  return last[Math.floor(roll() * last.length)];
}
