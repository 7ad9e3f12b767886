import { asCenter, todayAt } from '../../../test/cast-classes.ts';
import type { Cast } from '../../../test/cast.ts';
import { dice } from '../../../test/dice.ts';
import { Crowd, done, type Enrolled } from '../../../test/ledger-crowd.ts';
import { broken, doubled, prints } from '../../../test/ledger-checks.ts';
import { startApi } from '../../../test/harness.ts';

const OPERATIONS = 100_000;
const ROUNDS = 4;
const CONNECTIONS = 16;
const STUDENTS = 600;
const VISITS_SOLD = 60;

const api = startApi({ DATABASE_POOL: String(CONNECTIONS) });

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
  crowd = new Crowd(api.app, context, await enrolledStudents(today), today);
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
