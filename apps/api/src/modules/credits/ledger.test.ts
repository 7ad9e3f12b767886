import { randomUUID } from 'node:crypto';
import { addDays } from '@cartwheel/domain/calendar';
import { asCenter, todayAt } from '../../../test/cast-classes.ts';
import type { Cast } from '../../../test/cast.ts';
import { dice } from '../../../test/dice.ts';
import { broken, doubled, prints } from '../../../test/ledger-checks.ts';
import { startApi } from '../../../test/harness.ts';
import { type Context, Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { CreditsService, MakeUpCreditsService } from './index.ts';

const OPERATIONS = 100_000;
const ROUNDS = 4;
const CONNECTIONS = 16;
const STUDENTS = 600;
const CLASS = 30;
/** Steps of one family in one transaction. */
const FAMILY = 10;
const VISITS_SOLD = 60;

const api = startApi({ DATABASE_POOL: String(CONNECTIONS) });

interface Enrolled {
  studentId: string;
  enrollmentId: string;
}

const nothing = { visits: 0, makeUps: 0, reversals: 0, grants: 0, expiries: 0 };
type Tally = typeof nothing;

/** What committed, by the answers of the services; an operation that was refused for want of credits is one too. */
const done = { operations: 0, ...nothing, rolledBack: 0, triedAgain: 0 };

/** Answers after which a client tries again: they leave nothing behind. */
const tryAgain = new Set(['conflict_retry', 'overloaded']);

class RolledBack extends Error {}

/** Everything somebody could do to credits, as the application does it: its services, its role, its transactions. */
class Crowd {
  private readonly units = api.app.get(UnitsOfWork);
  private readonly db = api.app.get(Database);
  private readonly credits = api.app.get(CreditsService);
  private readonly makeUps = api.app.get(MakeUpCreditsService);
  private readonly classes: { sessionId: string; group: readonly Enrolled[] }[] = [];
  private readonly booked: { sessionId: string; studentId: string }[] = [];
  private readonly lots: string[] = [];

  constructor(
    private readonly context: Context,
    private readonly students: readonly Enrolled[],
    private readonly today: string,
  ) {}

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
    const first = Math.floor(roll() * (STUDENTS / (CLASS / 2) - 1)) * (CLASS / 2);
    return this.students.slice(first, first + CLASS);
  }
}

/** One of the last hundred: others are at it as well. */
function pick<Item>(roll: () => number, items: readonly Item[]): Item | undefined {
  const last = items.slice(-100);
  return last[Math.floor(roll() * last.length)];
}

let center: Cast;
let crowd: Crowd;
const seen = new Map<string, string>();

beforeAll(async () => {
  center = await api.newCenter();
  const today = todayAt(center);
  const context = {
    organizationId: center.organizationId,
    centerId: center.id,
    requestId: 'ledger',
    userId: null,
    role: 'CENTER_ADMIN',
  };
  crowd = new Crowd(context, await enrolledStudents(today), today);
});

async function enrolledStudents(today: string): Promise<Enrolled[]> {
  return asCenter(center, async (client) => {
    const { rows } = await client.query<Enrolled>(
      `with s as (insert into students (first_name, search_name) select 'Child ' || n, 'child ' || n from generate_series(1, $1) n returning id)
       insert into enrollments (student_id, plan_name, plan_type, start_date, visits_included, days_selected, price_minor)
       select id, 'Visits', 'PAY_PER_VISIT', $2, 60, '{}', 0 from s returning student_id as "studentId", id as "enrollmentId"`,
      [STUDENTS, today],
    );
    await client.query(
      `insert into credit_lots (student_id, enrollment_id, quantity, remaining)
       select student_id, id, $1, $1 from enrollments where center_id = current_center()`,
      [VISITS_SOLD * 100],
    );
    return rows;
  });
}

/** Entries that were there before and are not, or are not the same. */
async function changedSince(client: { query: Cast['admin']['query'] }): Promise<string[]> {
  const { rows } = await client.query<{ id: string; print: string }>(prints, [center.id]);
  const now = new Map(rows.map(({ id, print }) => [id, print]));
  return [...seen].filter(([id, print]) => now.get(id) !== print).map(([id]) => id);
}

async function remember(): Promise<void> {
  for (const { id, print } of await center.rows<{ id: string; print: string }>(prints, [center.id]))
    seen.set(id, print);
}

describe('the ledger', () => {
  it(`is right after ${OPERATIONS} random operations over ${CONNECTIONS} connections, and at every moment between`, async () => {
    let isRunning = true;
    const watched = (async () => {
      const found: unknown[] = [];
      for (; isRunning; await new Promise((next) => setTimeout(next, 3000)))
        found.push(...(await center.rows(broken, [center.id])));
      return found;
    })();
    for (let round = 1; round <= ROUNDS; round++) {
      const workers = Array.from({ length: CONNECTIONS }, async (_, worker) => {
        const roll = dice(round * 1000 + worker);
        while (done.operations < (OPERATIONS * round) / ROUNDS) await crowd.act(roll);
      });
      await Promise.all(workers);
      expect(await changedSince(api.admin)).toEqual([]);
      await remember();
    }
    isRunning = false;

    expect(await watched).toEqual([]);
    expect(await center.rows(broken, [center.id])).toEqual([]);
    expect(await center.rows(doubled, [center.id])).toEqual([]);
    process.stderr.write(`${JSON.stringify({ ...done, entries: seen.size })}\n`);
  }, 240_000);

  it('holds what was answered, no more and no less', async () => {
    const rows = await center.rows<{ kind: string; count: number }>(
      'select kind, count(*)::int as count from credit_entries where center_id = $1 group by kind',
      [center.id],
    );
    const counts = Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));

    expect(counts).toEqual({
      GRANT: done.grants + STUDENTS,
      VISIT: done.visits,
      MAKEUP: done.makeUps,
      REVERSAL: done.reversals,
      EXPIRY: done.expiries,
    });
    expect(done.visits + done.makeUps + done.reversals).toBeGreaterThan(OPERATIONS / 2);
  });

  it('is not changed by the application, whatever code asks', async () => {
    for (const [statement, refusal] of [
      ['update credit_entries set amount = -1', 'permission denied'],
      ['delete from credit_entries', 'permission denied'],
      ['delete from credit_lots', 'permission denied'],
      ['update credit_lots set remaining = quantity where remaining < quantity', 'invalid_transition'],
      ['update credit_lots set quantity = quantity + 100', 'invalid_transition'],
      [
        `insert into credit_entries (lot_id, amount, kind, student_id) select id, 100, 'GRANT', student_id from credit_lots limit 1`,
        'duplicate key|invalid_transition',
      ],
      [
        `insert into credit_entries (lot_id, amount, kind, student_id) select id, -remaining - 1, 'ADJUSTMENT', student_id from credit_lots limit 1`,
        'credit_lots_remaining',
      ],
      [
        `insert into credit_entries (lot_id, amount, kind, student_id) select id, -100, 'VISIT', student_id from credit_lots where source = 'MAKEUP' and remaining > 0 limit 1`,
        'insufficient_credits',
      ],
      [
        `insert into credit_entries (lot_id, amount, kind, student_id) select id, -100, 'MAKEUP', student_id from credit_lots where source = 'VISITS' and remaining > 100 limit 1`,
        'insufficient_credits',
      ],
    ] as const)
      await expect(asApplication(statement)).rejects.toThrow(new RegExp(refusal));
    expect(await changedSince(api.admin)).toEqual([]);
  });

  it.each([
    ['an amount that was changed', 'update credit_entries set amount = amount - 1 where id = $1'],
    ['an entry that was taken out', 'delete from credit_entries where id = $1'],
    [
      'a note that was rewritten',
      `update credit_entries set created_at = created_at + interval '1 second' where id = $1`,
    ],
  ])('would show %s', async (_, tampering) => {
    const [id] = [...seen.keys()].slice(1000);
    const client = await api.admin.connect();
    try {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      await client.query(tampering, [id]);
      expect(await changedSince(client as unknown as { query: Cast['admin']['query'] })).toEqual([id]);
      const { rows } = await client.query(broken, [center.id]);
      expect(rows).toHaveLength(tampering.includes('created_at') ? 0 : 1);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

async function asApplication(statement: string): Promise<void> {
  await asCenter(center, async (client) => {
    await client.query('set local role cartwheel_app');
    await client.query(statement);
  });
}
