import { addDays, compareDates, todayIn } from '@cartwheel/domain/calendar';
import type { Cast, Person } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

/** The nights on which the clock changes, one before and one after; an hour before and after the center's midnight. */
const zones = [
  { timezone: 'Asia/Kolkata', midnights: ['2026-10-31T18:30:00Z', '2026-11-01T18:30:00Z'] },
  { timezone: 'America/New_York', midnights: ['2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'] },
  { timezone: 'Europe/London', midnights: ['2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'] },
  { timezone: 'Pacific/Auckland', midnights: ['2026-09-26T12:00:00Z', '2026-09-27T11:00:00Z'] },
];
const HOUR = 3_600_000;

interface Row {
  id: string;
  endDate: string | null;
  visits: number | null;
  left: number;
  isCancelled: boolean;
  isArchived: boolean;
  isLost: boolean;
  renewedFrom: string | null;
}

describe('what expires', () => {
  it.each(zones)('is what a reference counts from the rule, in $timezone', async ({ timezone, midnights }) => {
    const center = await api.newCenter({ timezone });
    const rows = await randomEnrollments(center, todayIn(timezone, new Date(midnights[0]!)));
    for (const moment of midnights.flatMap((at) => [Date.parse(at) - HOUR, Date.parse(at), Date.parse(at) + HOUR])) {
      api.setNow(new Date(moment));
      const desk = await center.staff('COUNSELOR');
      for (const days of [7, 14, 30]) {
        const expected = rows.filter((row) => expires(row, rows, days, todayIn(timezone, new Date(moment))));
        expect(expected.length).toBeGreaterThan(5);
        expect((await all(desk, days)).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      }
    }
  });
});

/** The rule of the domain, word for word, over plain values. */
function expires(row: Row, rows: readonly Row[], days: number, today: string): boolean {
  if (row.isCancelled || row.isArchived || row.isLost) return false;
  if (rows.some((other) => other.renewedFrom === row.id && !other.isCancelled)) return false;
  if (row.endDate !== null && compareDates(row.endDate, today) < 0) return false;
  const endsSoon = row.endDate !== null && compareDates(row.endDate, addDays(today, days)) <= 0;
  return endsSoon || (row.visits !== null && row.left <= 2);
}

async function all(desk: Person, days: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const { body } = await desk.get(`/renewals/expiring?days=${days}&limit=200${cursor}`);
    ids.push(...body.items.map(({ enrollmentId }: { enrollmentId: string }) => enrollmentId));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
  } while (cursor);
  return ids;
}

/** Of the thousand a quarter in each zone: by date, by visits and by both; some cancelled, renewed, lost, or of archived children. */
async function randomEnrollments(center: Cast, around: string): Promise<Row[]> {
  const [from] = await center.rows<{ n: number }>('select (random() * 1e9)::int as n');
  const roll = dice(from!.n);
  const drawn = Array.from({ length: 250 }, (_, n) => {
    const kind = roll(3);
    return {
      n,
      endDate: kind === 1 && roll(2) === 0 ? null : addDays(around, roll(80) - 30),
      visits: kind === 0 ? null : 10,
      left: kind === 0 ? 0 : roll(7) / (roll(4) === 0 ? 2 : 1),
      isCancelled: roll(10) === 0,
      isArchived: roll(15) === 0,
      isLost: roll(12) === 0,
      renews: n > 0 && roll(4) === 0 ? roll(n) : null,
    };
  });
  // A plan has one successor that counts: of several, the first drawn.
  const taken = new Set<number>();
  const enrollments = drawn.map(({ renews, ...one }) => {
    const isFree = renews !== null && (one.isCancelled || !taken.has(renews));
    if (isFree && !one.isCancelled) taken.add(renews);
    return { ...one, renews: isFree ? renews : null };
  });
  return insert(center, enrollments);
}

async function insert(center: Cast, drawn: object[]): Promise<Row[]> {
  return center.rows<Row>(
    `with drawn as (
       select d.*, uuid_v7() as id, uuid_v7() as student_id from jsonb_to_recordset($2) as d (n int, "endDate" date, visits int,
         "left" numeric, "isCancelled" bool, "isArchived" bool, "isLost" bool, renews int)),
     students as (
       insert into students (center_id, id, first_name, search_name, archived_at)
       select $1, student_id, 'Child', 'child', case when "isArchived" then now() end from drawn),
     enrollments as (
       insert into enrollments (center_id, id, student_id, plan_name, plan_type, start_date, end_date, visits_included, price_minor, days_selected,
         cancelled_at, cancel_reason, renewed_from_id)
       select $1, d.id, d.student_id, 'Monthly', 'MONTHLY', '2026-01-01', d."endDate", d.visits, 100, '{MON}', case when d."isCancelled" then now() end,
         case when d."isCancelled" then 'Moved' end, old.id
       from drawn d left join drawn old on old.n = d.renews),
     lots as (
       insert into credit_lots (center_id, student_id, enrollment_id, quantity, remaining)
       select $1, student_id, id, 1000, ("left" * 100)::int from drawn where visits is not null),
     renewals as (
       insert into renewals (center_id, enrollment_id, lost_at, lost_reason) select $1, id, now(), 'COST' from drawn where "isLost")
     select d.id, d."endDate"::text, d.visits, d."left"::float, d."isCancelled", d."isArchived", d."isLost", old.id as "renewedFrom"
     from drawn d left join drawn old on old.n = d.renews`,
    [center.id, JSON.stringify(drawn)],
  );
}

/** A small generator of our own, so that a failure can be drawn again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
