import { randomUUID } from 'node:crypto';
import { addDays, weekdayOf } from '@cartwheel/domain/calendar';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { Cast, type Person } from './cast.ts';
import { asCenter, expectStatus, openBatch, sessionsOf, todayAt } from './cast-classes.ts';
import { dice } from './dice.ts';
import { startApi, testConfig } from './harness.ts';
import { migrate } from './own-database.ts';

const SEATS = 12;
const ATTEMPTS = 200;
const SEEDS = 50;

const api = startApi();

type Door = 'trial' | 'walk-in' | 'enrollment';
interface Child {
  studentId: string;
  leadId: string;
}

/** Children with an open enquiry and a mother who can be reached, as an import would leave them. */
async function children(center: Cast, count: number): Promise<Child[]> {
  return asCenter(center, async (client) => {
    const { rows } = await client.query<Child>(
      `with s as (insert into students (first_name, search_name, interests) select 'Child ' || n, 'child ' || n, '{}' from generate_series(1, $1) n returning id),
        g as (insert into guardians (name, search_name, email) values ('Noor', 'noor', 'noor@family.example') returning id),
        f as (insert into family_links (student_id, guardian_id, relationship, is_primary) select s.id, g.id, 'MOTHER', true from s, g)
       insert into leads (student_id, source, preferred_days, preferred_times) select id, 'Walk-in', '{}', '{}' from s
       returning student_id as "studentId", id as "leadId"`,
      [count],
    );
    return rows;
  });
}

/** A class tomorrow with twelve seats, which is all there is of its batch. */
async function theClass(center: Cast, admin: Person) {
  const date = addDays(todayAt(center), 1);
  const batch = await openBatch(admin, {
    name: `Tigers ${randomUUID()}`,
    capacity: SEATS,
    startsOn: date,
    endsOn: date,
  });
  const [session] = await sessionsOf(admin, batch.id);
  return { date, batchId: batch.id, sessionId: session!.id };
}

type Class = Awaited<ReturnType<typeof theClass>>;

function knock(
  admin: Person,
  door: Door,
  planId: string,
  { date, batchId, sessionId }: Class,
  { studentId, leadId }: Child,
) {
  if (door === 'trial') return admin.post('/intro-visits').send({ leadId, classSessionId: sessionId });
  if (door === 'walk-in') {
    return admin
      .post('/attendance/mark')
      .send({ classSessionId: sessionId, marks: [{ studentId, status: 'PRESENT' }] });
  }
  const terms = { planId, startDate: date, batchIds: [batchId], daysSelected: [weekdayOf(date)] };
  return admin.post('/enrollments').send({ studentId, ...terms });
}

async function planOf(admin: Person): Promise<string> {
  const plan = { name: `Monthly ${randomUUID()}`, planType: 'MONTHLY', priceMinor: 100_000 };
  return expectStatus<{ id: string }>(await admin.post('/plans').send(plan), 201).id;
}

/** Everybody at once, in an order and through doors that the seed decides. */
async function storm(center: Cast, admin: Person, seed: number, doors: readonly Door[]) {
  const roll = dice(seed);
  const target = await theClass(center, admin);
  const planId = await planOf(admin);
  const crowd = (await children(center, ATTEMPTS)).map((child) => ({
    child,
    order: roll(),
    door: doors[Math.floor(roll() * doors.length)]!,
  }));
  const answers = await Promise.all(
    crowd
      .toSorted((one, other) => one.order - other.order)
      .map(async ({ child, door }) => knock(admin, door, planId, target, child)),
  );
  return { target, answers };
}

async function seatsOf(center: Cast, { sessionId }: Class) {
  const [taken] = await center.rows<{ bookings: number; spots: number; students: number }>(
    `select (select count(*)::int from bookings where session_id = $1 and status <> 'CANCELLED') as bookings,
       (select count(*)::int from session_spots where session_id = $1 and state = 'booked') as spots,
       (select count(distinct student_id)::int from bookings where session_id = $1 and status <> 'CANCELLED') as students`,
    [sessionId],
  );
  return taken!;
}

const allDoors: Door[] = ['trial', 'walk-in', 'enrollment'];
const took = ({ status }: { status: number }) => status === 200 || status === 201;
const inItsWords = /^(Tigers .* on \d{4}-\d\d-\d\d is full|Tigers .* has no place left on \w+)$/;

describe('twelve seats and two hundred who want one at once', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'are twelve taken, never more, and everybody else hears why (seed %i)',
    async (seed) => {
      const center = await api.newCenter();
      const { target, answers } = await storm(center, await center.staff('CENTER_ADMIN'), seed, allDoors);
      const refusals = answers.filter((answer) => !took(answer));

      expect(
        refusals.filter(({ status, body }) => status !== 409 || body.code !== 'capacity_full').map(({ text }) => text),
      ).toEqual([]);
      expect(refusals.filter(({ body }) => !inItsWords.test(body.detail)).map(({ body }) => body.detail)).toEqual([]);
      expect(refusals).toHaveLength(ATTEMPTS - SEATS);
      expect(await seatsOf(center, target)).toEqual({ bookings: SEATS, spots: SEATS, students: SEATS });
    },
    120_000,
  );

  it('give one seat to a child for whom many ask at once', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const target = await theClass(center, admin);
    const [child] = await children(center, 1);
    const answers = await Promise.all(
      Array.from({ length: 30 }, async () => knock(admin, 'walk-in', '', target, child!)),
    );

    expect(await seatsOf(center, target)).toEqual({ bookings: 1, spots: 1, students: 1 });
    expect(new Set(answers.filter((answer) => !took(answer)).map(({ body }) => body.code))).not.toContain('internal');
    expect(answers.some(took)).toBe(true);
  });
});

/** What everybody writes first: count, then book. */
const checkThenInsert = `
  drop index bookings_one_live_per_spot;
  create or replace function claim_seat(p_session uuid, p_student uuid, p_kind text, p_enrollment uuid default null, p_lead uuid default null)
  returns uuid language plpgsql as $$
  declare v_booking uuid := uuid_v7();
  begin
    if (select count(*) from bookings where center_id = current_center() and session_id = p_session and status <> 'CANCELLED')
       >= (select capacity from class_sessions where center_id = current_center() and id = p_session) then
      perform refuse('capacity_full', 'is full');
    end if;
    insert into bookings (center_id, id, session_id, student_id, kind, spot_no, enrollment_id, lead_id)
    values (current_center(), v_booking, p_session, p_student, p_kind, 1, p_enrollment, p_lead);
    return v_booking;
  end $$`;

describe('a claim that looks first and books then', () => {
  it('sells more than twelve, so the test above can fail', async () => {
    const scratch = new URL(process.env['DATABASE_URL']!);
    scratch.pathname = `/seats_${randomUUID().slice(0, 8)}`;
    const name = scratch.pathname.slice(1);
    await api.admin.query(`create database ${name}`);
    const config = testConfig({ DATABASE_URL: scratch.href });
    await migrate(scratch.href);
    const admin = new pg.Pool({ connectionString: scratch.href, max: 2 });
    const app = await createApp(config);
    await app.listen(0, '127.0.0.1');
    try {
      await admin.query(checkThenInsert);
      const center = await Cast.in(app, admin, app.get(Tokens), {});
      const { target } = await storm(center, await center.staff('CENTER_ADMIN'), 1, ['trial', 'walk-in']);
      expect((await seatsOf(center, target)).bookings).toBeGreaterThan(SEATS);
    } finally {
      await app.close();
      await admin.end();
      await api.admin.query(`drop database ${name}`);
    }
  }, 120_000);
});
