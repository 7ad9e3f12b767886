import { randomUUID } from 'node:crypto';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const hsr = { name: 'HSR Layout', city: 'Bengaluru', timezone: 'Asia/Kolkata', currency: 'INR', country: 'IN' };

describe('opening a center', () => {
  it('gives it a slug of its own in the organization, and its country’s way of writing', async () => {
    const hq = await (await api.newCenter()).hq();
    const first = await hq.post('/centers').send({ ...hsr, phone: '080 4136 2324', address: ' 27th Main ' });
    const second = await hq.post('/centers').send({ ...hsr, city: 'Mysuru' });

    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ slug: 'hsr-layout', locale: 'en-IN', phone: '+918041362324', version: 1 });
    expect(second.body.slug).toBe('hsr-layout-2');
  });

  it('works the same while another center is chosen', async () => {
    const admin = await (await api.newCenter()).staff('SUPER_ADMIN');
    const opened = await admin.post('/centers').send(hsr);

    expect(opened.status).toBe(201);
    expect((await admin.get('/centers')).body.items).toHaveLength(2);
  });

  it('refuses the same name in the same city and says which it is', async () => {
    const hq = await (await api.newCenter()).hq();
    const first = await hq.post('/centers').send(hsr);
    const again = await hq.post('/centers').send({ ...hsr, name: 'hsr  layout' });

    expect([again.status, again.body.code, again.body.existingId]).toEqual([409, 'duplicate', first.body.id]);
  });

  it('gives five centers opened at once five slugs', async () => {
    const hq = await (await api.newCenter()).hq();
    const cities = ['Pune', 'Goa', 'Kochi', 'Surat', 'Agra'];
    const opened = await Promise.all(cities.map((city) => hq.post('/centers').send({ ...hsr, city })));

    expect(new Set(opened.map(({ body }) => body.slug)).size).toBe(5);
  });

  it.each(['CENTER_ADMIN', 'COUNSELOR', 'TRAINER'] as const)('is closed to a %s', async (role) => {
    const center = await api.newCenter();
    const answer = await (await center.staff(role)).post('/centers').send(hsr);

    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('names what is invalid', async () => {
    const hq = await (await api.newCenter()).hq();
    const answer = await hq.post('/centers').send({ ...hsr, timezone: 'Mars/Base', slug: 'mine' });
    const phone = await hq.post('/centers').send({ ...hsr, phone: 'ask Hema' });

    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toContain('timezone');
    expect(phone.body.errors).toMatchObject([{ path: 'phone' }]);
  });
});

describe('the centers a person may enter', () => {
  it('are where they work, also before one is chosen', async () => {
    const center = await api.newCenter();
    const sister = await center.sister();
    const closed = await center.sister({ name: 'Whitefield' });
    const userId = await center.user('Tara');
    await center.assign(userId, 'TRAINER');
    await sister.assign(userId, 'COUNSELOR');
    const tara = await center.signIn(userId, 'Tara', undefined);

    const answer = await tara.get('/centers');

    expect(answer.body.items.map(({ id }: { id: string }) => id)).toEqual([sister.id, center.id]);
    expect((await tara.get(`/centers/${sister.id}`)).body.name).toBe('Indiranagar');
    expect((await tara.get(`/centers/${closed.id}`)).status).toBe(404);
  });

  it('are all of the organization for a super admin, page by page', async () => {
    const center = await api.newCenter();
    await center.sister();
    const hq = await center.hq();
    const first = await hq.get('/centers?limit=1');
    const second = await hq.get(`/centers?limit=1&cursor=${first.body.nextCursor}`);

    expect([first, second].map(({ body }) => body.items[0].name)).toEqual(['Indiranagar', 'Koramangala']);
    expect(second.body.nextCursor).toBeNull();
  });

  it('do not include those of another organization', async () => {
    const stranger = await (await api.newCenter()).hq();
    const ours = await api.newCenter();

    expect((await stranger.get(`/centers/${ours.id}`)).body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await stranger.patch(`/centers/${ours.id}`).send({ name: 'Mine' })).status).toBe(404);
    expect((await stranger.get(`/centers/${ours.id}/settings`)).status).toBe(404);
  });
});

describe('changing a center', () => {
  it('keeps the slug, so that addresses go on working', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const before = await admin.get(`/centers/${center.id}`);
    const answer = await admin.patch(`/centers/${center.id}`).send({ name: 'Koramangala West', phone: '080 41362324' });

    expect(answer.body).toMatchObject({ name: 'Koramangala West', phone: '+918041362324', version: 2 });
    expect(answer.body.slug).toBe(before.body.slug);
    expect(answer.headers['etag']).toBe('"2"');
  });

  it('is refused when somebody else changed it first', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    await admin.patch(`/centers/${center.id}`).send({ city: 'Bangalore' });
    const late = await admin.patch(`/centers/${center.id}`).set('if-match', '"1"').send({ city: 'Mysuru' });

    expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
  });

  it('is closed to the front desk, and takes no currency', async () => {
    const center = await api.newCenter();
    const desk = await center.staff('COUNSELOR');
    const admin = await center.staff('CENTER_ADMIN');

    expect((await desk.patch(`/centers/${center.id}`).send({ name: 'Mine' })).status).toBe(403);
    expect((await admin.patch(`/centers/${center.id}`).send({ currency: 'USD' })).status).toBe(400);
  });

  it('does not reach the next center', async () => {
    const center = await api.newCenter();
    const sister = await center.sister();
    const admin = await center.staff('CENTER_ADMIN');

    expect((await admin.patch(`/centers/${sister.id}`).send({ name: 'Mine' })).status).toBe(404);
  });

  it('moves to another time zone only while no session is ahead', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const move = (timezone: string) => admin.patch(`/centers/${center.id}`).send({ timezone });
    const session = await planSession(center);
    const refused = await move('Asia/Dubai');
    const same = await move('Asia/Kolkata');
    await center.rows("update class_sessions set status = 'CANCELLED' where id = $1", [session]);
    const moved = await move('Asia/Dubai');

    expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
    expect(refused.body.detail).toContain('time zone');
    expect(same.status).toBe(200);
    expect(moved.body.timezone).toBe('Asia/Dubai');
  });
});

async function planSession(center: Awaited<ReturnType<typeof api.newCenter>>): Promise<string> {
  const id = randomUUID();
  await center.rows(
    `insert into class_sessions (center_id, id, name, date, start_time, end_time, starts_at, ends_at, capacity)
     values ($1, $2, 'Tumbling', current_date + 1, '10:00', '11:00', now() + interval '1 day', now() + interval '25 hours', 8)`,
    [center.id, id],
  );
  return id;
}
