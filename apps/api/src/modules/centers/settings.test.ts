import { defaultSettings } from '@cartwheel/contracts';
import { startApi } from '../../../test/harness.ts';
import { whileHeld } from '../../../test/held-rows.ts';

const api = startApi();

describe('the settings of a center', () => {
  it('begin with the defaults, which nobody has set', async () => {
    const center = await api.newCenter();
    const trainer = await center.staff('TRAINER');
    const answer = await trainer.get(`/centers/${center.id}/settings`);

    expect(answer.body).toEqual({ settings: defaultSettings, version: 0, changes: [] });
  });

  it('say who set what', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN', 'Asha');
    const other = await center.staff('CENTER_ADMIN', 'Ben');
    const url = `/centers/${center.id}/settings`;
    const [first, second] = [new Date(), new Date(Date.now() + 60_000)];
    api.setNow(first);
    await admin.patch(url).send({ privacy: { trainersSeePhones: true }, weekStart: 'SUN' });
    api.setNow(second);
    const answer = await other.patch(url).send({ attendance: { onInactive: { expired: 'BLOCK' } } });

    expect(answer.body.version).toBe(2);
    expect(answer.body.settings.privacy).toEqual({
      trainersSeePhones: true,
      trainersSeePaidFlag: false,
      frontDeskSeesProgress: true,
    });
    expect(answer.body.settings.attendance.onInactive).toEqual({
      ...defaultSettings.attendance.onInactive,
      expired: 'BLOCK',
    });
    expect(answer.body.changes).toEqual([
      { path: 'attendance.onInactive.expired', at: second.toISOString(), by: { id: other.id, name: 'Ben' } },
      { path: 'privacy.trainersSeePhones', at: first.toISOString(), by: { id: admin.id, name: 'Asha' } },
      { path: 'weekStart', at: first.toISOString(), by: { id: admin.id, name: 'Asha' } },
    ]);
  });

  it('count from the next request', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const trainer = await center.staff('TRAINER');
    const before = await trainer.get('/auth/me');
    await admin.patch(`/centers/${center.id}/settings`).send({ privacy: { trainersSeePhones: true } });
    const after = await trainer.get('/auth/me');

    expect(before.body.permissions).not.toContain('contacts:read');
    expect(after.body.permissions).toContain('contacts:read');
  });

  it('keep no version of a change that changes nothing', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const url = `/centers/${center.id}/settings`;
    await admin.patch(url).send({ weekStart: 'SUN' });
    const again = await admin.patch(url).send({ weekStart: 'SUN' });

    expect(again.body.version).toBe(1);
  });

  it('are refused as a whole when one of them is wrong', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const url = `/centers/${center.id}/settings`;
    const answer = await admin.patch(url).send({ weekStart: 'SUN', booking: { holdMinutes: 0, spice: 1 } });

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'booking.holdMinutes',
      'booking.spice',
    ]);
    expect((await admin.get(url)).body.version).toBe(0);
  });

  it('lose nothing when two people change them at once, unless one names the version', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const url = `/centers/${center.id}/settings`;
    await whileHeld(api, 'select from centers where id = any ($1) for update', [center.id], () =>
      Promise.all([
        admin.patch(url).send({ weekStart: 'SUN' }),
        admin.patch(url).send({ booking: { holdMinutes: 7 } }),
      ]),
    );
    const stale = await admin.patch(url).set('if-match', '"1"').send({ weekStart: 'MON' });
    const { body } = await admin.get(url);

    expect([body.version, body.settings.weekStart, body.settings.booking.holdMinutes]).toEqual([2, 'SUN', 7]);
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
  });

  it('are changed by those who run the center only', async () => {
    const center = await api.newCenter();
    const url = `/centers/${center.id}/settings`;
    const sister = await center.sister();
    const neighbour = await sister.staff('CENTER_ADMIN');
    const statuses = [];
    for (const role of ['COUNSELOR', 'TRAINER'] as const)
      statuses.push((await (await center.staff(role)).patch(url).send({ weekStart: 'SUN' })).status);

    expect(statuses).toEqual([403, 403]);
    expect((await neighbour.get(url)).status).toBe(404);
    expect((await neighbour.patch(url).send({ weekStart: 'SUN' })).status).toBe(404);
    expect((await (await center.hq()).patch(url).send({ weekStart: 'SUN' })).status).toBe(200);
  });
});
