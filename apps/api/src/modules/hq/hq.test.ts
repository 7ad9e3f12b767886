import { bill, enrollment, family, heldSession } from '../../../test/cast-hq.ts';
import type { Cast } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
/** In Kolkata the day begins at 18:30 UTC of the day before. */
const march = '/hq/dashboard?from=2026-03-01&to=2026-03-31';

/** What has happened is counted by the worker. */
async function look(center: Cast, path = march) {
  await api.settle();
  return (await (await center.hq()).get(path)).body;
}

const nothing = {
  newLeads: 0,
  trialsAttended: 0,
  enrolled: 0,
  activeStudents: 0,
  attendancePercent: null,
  seatsFilledPercent: null,
  renewalPercent: null,
  collected: { amountMinor: 0, currency: 'INR' },
  due: { amountMinor: 0, currency: 'INR' },
  lastAttendanceOn: null,
};

describe('the HQ dashboard', () => {
  it('shows every center of the organization, and no other', async () => {
    const center = await api.newCenter();
    await center.sister();
    await api.newCenter({ name: 'Theirs' });
    const answer = await (await center.hq()).get(march);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ from: '2026-03-01', to: '2026-03-31' });
    expect(answer.body.centers.map((row: { center: { name: string } }) => row.center.name)).toEqual([
      'Indiranagar',
      'Koramangala',
    ]);
    expect(answer.body.centers[0]).toMatchObject(nothing);
  });

  it('counts leads, trials and enrollments on the days of the center', async () => {
    const center = await api.newCenter();
    await family(center, '2026-02-28T18:29:00Z', { leads: 1, won: 1, trials: 1 });
    await family(center, '2026-02-28T18:31:00Z', { leads: 3, won: 1, trials: 2 });
    await family(center, '2026-03-31T18:31:00Z', { leads: 1, won: 1, trials: 1 });
    const [row] = (await look(center)).centers;

    expect(row).toMatchObject({ newLeads: 3, trialsAttended: 2, enrolled: 1 });
  });

  it('counts who may attend today, once', async () => {
    const center = await api.newCenter();
    const running = await family(center, '2026-01-01');
    await enrollment(center, running, { from: '2026-01-01', to: '2099-01-01' });
    await enrollment(center, running, { from: '2026-01-01', to: null, visits: 3 });
    await enrollment(center, await family(center, '2026-01-01'), { from: '2026-01-01', to: null, visits: 0 });
    await enrollment(center, await family(center, '2026-01-01'), { from: '2026-01-01', to: '2026-02-01' });
    await enrollment(center, await family(center, '2026-01-01'), { from: '2098-01-01', to: '2099-01-01' });
    const states = await center.rows(
      "select distinct student_id from enrollment_states where center_id = $1 and status = 'ACTIVE'",
      [center.id],
    );
    const [row] = (await look(center, '/hq/dashboard')).centers;

    expect([row.activeStudents, states.length]).toEqual([1, 1]);
  });

  it('shows how many of those expected came, and how full the sessions were', async () => {
    const center = await api.newCenter();
    const [asha, ben, chitra] = [
      await family(center, '2026-01-01'),
      await family(center, '2026-01-01'),
      await family(center, '2026-01-01'),
    ];
    await heldSession(center, '2026-03-10', { [asha]: 'PRESENT', [ben]: 'ABSENT', [chitra]: 'EXCUSED' });
    await heldSession(center, '2026-03-12', { [asha]: 'LATE' });
    await heldSession(center, '2026-04-01', { [asha]: 'ABSENT' });
    const [row] = (await look(center)).centers;

    expect(row).toMatchObject({ attendancePercent: 66.7, seatsFilledPercent: 50, lastAttendanceOn: '2026-04-01' });
  });

  it('adds up what was paid in the period and what is due now', async () => {
    const center = await api.newCenter();
    const asha = await family(center, '2026-01-01');
    await bill(center, asha, { total: 100_000, paid: 40_000, at: '2026-03-10T06:00:00Z' });
    await bill(center, asha, { total: 50_000, paid: 50_000, at: '2026-02-10T06:00:00Z' });
    await bill(center, asha, { total: 70_000, paid: 0, at: '2026-03-11T06:00:00Z', voided: true });
    const [row] = (await look(center)).centers;

    expect(row).toMatchObject({ collected: { amountMinor: 40_000 }, due: { amountMinor: 60_000, currency: 'INR' } });
  });

  it('compares with the days before, or with the same weekdays a year ago', async () => {
    const center = await api.newCenter();
    await family(center, '2026-03-10T06:00:00Z', { leads: 3 });
    await family(center, '2026-02-10T06:00:00Z', { leads: 2 });
    await family(center, '2025-03-10T06:00:00Z', { leads: 1 });
    const before = await look(center);
    const lastYear = await look(center, `${march}&compare=LAST_YEAR`);

    expect(before.figures.newLeads).toMatchObject({ value: 3, previous: 2 });
    expect(before.centers[0].previous.newLeads).toBe(2);
    expect(lastYear.figures.newLeads).toMatchObject({ value: 3, previous: 1 });
  });

  it('adds centers up, and takes percentages of the sums', async () => {
    const center = await api.newCenter();
    const sister = await center.sister();
    const [asha, ben] = [await family(center, '2026-01-01'), await family(sister, '2026-01-01')];
    await heldSession(center, '2026-03-10', { [asha]: 'PRESENT' });
    await heldSession(sister, '2026-03-10', { [ben]: 'ABSENT' });
    await heldSession(sister, '2026-03-11', { [ben]: 'ABSENT' });
    const all = await look(center);
    const one = await look(center, `${march}&centers=${center.id}`);

    expect(all.steps).toHaveLength(31);
    expect(all.figures.attendancePercent.value).toBe(33.3);
    expect(all.figures.attendancePercent.series.slice(8, 12)).toEqual([null, 50, 0, null]);
    expect(one.centers).toHaveLength(1);
    expect(one.figures.attendancePercent.value).toBe(100);
  });

  it('leads from leads to renewals', async () => {
    const center = await api.newCenter();
    const asha = await family(center, '2026-03-10T06:00:00Z', { leads: 5, trials: 3, won: 2 });
    const first = await enrollment(center, asha, { from: '2026-01-01', to: '2026-03-15' });
    await enrollment(center, asha, { from: '2026-03-16', to: '2026-12-31', renews: first });
    await enrollment(center, await family(center, '2026-01-01'), { from: '2026-01-01', to: '2026-03-20' });
    const { funnel, figures } = await look(center);

    expect(funnel.map(({ stage, count }: { stage: string; count: number }) => `${stage} ${count}`)).toEqual([
      'LEADS 5',
      'TRIALS_BOOKED 3',
      'TRIALS_ATTENDED 3',
      'ENROLLED 2',
      'RENEWALS_DUE 2',
      'RENEWED 1',
    ]);
    expect([figures.renewalPercent.value, figures.trialToEnrolledPercent.value]).toEqual([50, 66.7]);
  });

  it('says in which hours the seats are taken, and what was sold of which plan', async () => {
    const center = await api.newCenter();
    const asha = await family(center, '2026-01-01');
    await heldSession(center, '2026-03-10', { [asha]: 'PRESENT' });
    await heldSession(center, '2026-03-17', {});
    await bill(center, asha, { total: 100_000, paid: 0, at: '2026-03-10T06:00:00Z' });
    await bill(center, asha, { total: 50_000, paid: 0, at: '2026-02-10T06:00:00Z' });
    const { utilisation, revenue } = await look(center);
    const money = (amountMinor: number) => ({ amountMinor, currency: 'INR' });

    expect(utilisation).toEqual([{ weekday: 'TUE', hour: 10, seats: 8, seatsTaken: 1 }]);
    expect(revenue).toEqual([{ plan: '', sold: 1, invoiced: money(100_000), previous: money(50_000) }]);
  });

  it('leaves out what was paid for an invoice that was voided later', async () => {
    const center = await api.newCenter();
    const asha = await family(center, '2026-01-01');
    await bill(center, asha, { total: 100_000, paid: 30_000, at: '2026-03-10T06:00:00Z' });
    await bill(center, asha, { total: 50_000, paid: 50_000, at: '2026-03-10T06:00:00Z', voided: true });
    const [row] = (await look(center)).centers;

    expect(row.due.amountMinor).toBe(70_000);
  });

  it('is counted again after a quarter of a minute, and for each organization apart', async () => {
    const [center, stranger] = [await api.newCenter(), await api.newCenter()];
    const hq = await center.hq();
    const leadsNow = async () => {
      await api.settle();
      return (await hq.get(march)).body.centers[0].newLeads as number;
    };
    const start = Date.now();
    api.setNow(new Date(start));
    const before = await leadsNow();
    await family(center, '2026-03-10T06:00:00Z', { leads: 1 });
    api.setNow(new Date(start + 14_000));
    const meanwhile = await leadsNow();
    api.setNow(new Date(start + 15_000));

    expect([before, meanwhile, await leadsNow()]).toEqual([0, 0, 1]);
    expect((await (await stranger.hq()).get(march)).body.centers[0].center.id).toBe(stranger.id);
  });

  it('is the same while a center is chosen', async () => {
    const center = await api.newCenter();
    await center.sister();
    const admin = await center.staff('SUPER_ADMIN');

    expect((await admin.get(march)).body.centers).toHaveLength(2);
  });

  it.each(['CENTER_ADMIN', 'COUNSELOR', 'TRAINER'] as const)('is closed to a %s', async (role) => {
    const center = await api.newCenter();
    const answer = await (await center.staff(role)).get(march);

    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('names what is invalid', async () => {
    const hq = await (await api.newCenter()).hq();
    const backwards = await hq.get('/hq/dashboard?from=2026-03-31&to=2026-03-01');
    const unknown = await hq.get('/hq/dashboard?since=2026-03-31');

    expect(backwards.body.errors).toMatchObject([{ path: 'query.from' }]);
    expect(unknown.status).toBe(400);
  });
});
