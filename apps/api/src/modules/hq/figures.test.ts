import { aBatch, aLead, aStudent, anEnrollment } from '../../../test/cast-leads.ts';
import { bill, enrollment, family, heldSession } from '../../../test/cast-hq.ts';
import type { Cast } from '../../../test/cast.ts';
import { command } from '../../../test/own-database.ts';
import { startApi } from '../../../test/harness.ts';
import { FiguresService } from './figures.service.ts';

const api = startApi({}, { alone: true });
const tables = ['daily_figures', 'hourly_figures', 'plan_figures'];

const kept = (center: Cast) =>
  Promise.all(
    tables.map((table) => center.rows(`select * from ${table} where center_id = $1 order by 2, 3`, [center.id])),
  );

const withoutEmptyDays = ([daily, ...others]: Record<string, unknown>[][]) => [
  daily!.filter((row) =>
    Object.entries(row).some(([name, value]) => !['center_id', 'date'].includes(name) && Number(value) > 0),
  ),
  ...others,
];

/** Work of every kind through the API, and past it what lies in the past. */
async function busyCenter() {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const batchId = await aBatch(center);
  const child = await aStudent(admin, { firstName: 'Asha' });
  await anEnrollment(center, child.id, { batchId });
  await aLead(admin, { firstName: 'Kabir' });
  const past = await family(center, '2026-03-10T20:00:00Z', { leads: 3, won: 1, trials: 2 });
  const first = await enrollment(center, past, { from: '2026-01-10', to: '2026-03-31' });
  await enrollment(center, past, { from: '2026-04-01', to: '2026-06-30', renews: first });
  await enrollment(center, past, { from: '2026-02-01', to: null, visits: 4 });
  await enrollment(center, past, { from: '2026-07-01', to: '2026-07-31' });
  await heldSession(center, '2026-03-12', { [past]: 'PRESENT' });
  await bill(center, past, { total: 100_000, paid: 40_000, at: '2026-03-14T18:40:00Z' });
  await center.rows('update enrollments set freeze_days_allowed = 9 where center_id = $1', [center.id]);
  return { center, admin, past };
}

describe('the figures of HQ', () => {
  it('are the same when every day is counted anew from the rows', async () => {
    const { center, past } = await busyCenter();
    await api.settle();
    await center.rows("update attendance_marks set status = 'ABSENT' where center_id = $1", [center.id]);
    await center.rows("update payments set voided_at = now(), void_reason = 'Wrong family' where center_id = $1", [
      center.id,
    ]);
    await center.rows(
      "update enrollments set cancelled_at = '2026-05-01', cancel_reason = 'Moved' where center_id = $1 and student_id = $2 and start_date = '2026-04-01'",
      [center.id, past],
    );
    await center.rows(
      `insert into enrollment_freezes (center_id, enrollment_id, from_date, to_date, moves_end)
       select $1, id, '2026-07-05', '2026-07-07', false from enrollments where center_id = $1 and start_date = '2026-07-01'`,
      [center.id],
    );
    await api.settle();
    const byEvents = withoutEmptyDays(await kept(center));
    for (const table of tables) await center.rows(`delete from ${table} where center_id = $1`, [center.id]);
    const said = await command('rebuild-figures');

    expect(said).toMatch(/Counted the figures of \d+ centers anew/);
    expect(byEvents.map((rows) => rows.length > 0)).toEqual([true, true, true]);
    expect(withoutEmptyDays(await kept(center))).toEqual(byEvents);
  });

  it('change nothing when they are counted twice, or by two workers at once', async () => {
    const { center } = await busyCenter();
    await api.settle();
    const before = await kept(center);
    const figures = api.app.get(FiguresService, { strict: false });
    await Promise.all([figures.rebuild(), figures.rebuild()]);

    expect(withoutEmptyDays(await kept(center))).toEqual(withoutEmptyDays(before));
  });

  it('follow whoever works at the same time', async () => {
    const { center } = await busyCenter();
    const families = Array.from({ length: 20 }, (_, n) => family(center, `2026-03-20T0${n % 5}:00:00Z`, { leads: 1 }));
    await Promise.all([...families, api.settle(), api.settle()]);
    await api.settle();
    const [day] = await center.rows<{ new_leads: number }>(
      "select new_leads from daily_figures where center_id = $1 and date = '2026-03-20'",
      [center.id],
    );

    expect(day!.new_leads).toBe(20);
  });
});
