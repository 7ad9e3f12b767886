import { startApi } from '../../../test/harness.ts';

const api = startApi();
const namesOf = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map(({ name }) => name);

async function newAdmin() {
  const center = await api.newCenter();
  return { center, admin: await center.staff('CENTER_ADMIN', 'Asha') };
}

describe('the staff', () => {
  it('of a center are those who work in it, found by name, e-mail and role', async () => {
    const { center, admin } = await newAdmin();
    await (await center.sister()).staff('TRAINER', 'Elsewhere');
    await center.staff('TRAINER', 'Béla');
    await center.staff('COUNSELOR', 'Chitra');

    expect(namesOf(await admin.get('/users'))).toEqual(['Asha', 'Béla', 'Chitra']);
    expect(namesOf(await admin.get('/users?q=bela'))).toEqual(['Béla']);
    expect(namesOf(await admin.get('/users?q=%25'))).toEqual([]);
    expect(namesOf(await admin.get('/users?role=COUNSELOR'))).toEqual(['Chitra']);
  });

  it('come page by page', async () => {
    const { center, admin } = await newAdmin();
    await center.staff('TRAINER', 'Ben');
    await center.staff('TRAINER', 'Ben');
    const first = await admin.get('/users?limit=2');
    const second = await admin.get(`/users?limit=2&cursor=${first.body.nextCursor}`);

    expect([namesOf(first), namesOf(second), second.body.nextCursor]).toEqual([['Asha', 'Ben'], ['Ben'], null]);
  });

  it('of the organization are all, for a super admin in no center', async () => {
    const { center } = await newAdmin();
    await (await center.sister()).staff('TRAINER', 'Tara');
    const hq = await center.hq();

    expect(namesOf(await hq.get('/users'))).toEqual(['Asha', 'Hema', 'Tara']);
    expect(namesOf(await hq.get('/users?role=SUPER_ADMIN'))).toEqual(['Hema']);
  });

  it('are not shown to those who do not manage people', async () => {
    const { center, admin } = await newAdmin();
    for (const role of ['COUNSELOR', 'TRAINER'] as const) {
      const person = await center.staff(role);
      expect((await person.get('/users')).status).toBe(403);
      expect((await person.get(`/users/${admin.id}`)).status).toBe(403);
    }
  });

  it('of another center or organization do not exist', async () => {
    const { center } = await newAdmin();
    const tara = await center.staff('TRAINER', 'Tara');
    const neighbour = await (await center.sister()).staff('CENTER_ADMIN');
    const stranger = await (await api.newCenter()).hq();
    for (const outsider of [neighbour, stranger]) {
      expect((await outsider.get(`/users/${tara.id}`)).body.code).toBe('not_found');
      expect((await outsider.patch(`/users/${tara.id}`).send({ name: 'X' })).status).toBe(404);
      expect((await outsider.patch(`/users/${tara.id}/status`).send({ status: 'INACTIVE' })).status).toBe(404);
      expect((await outsider.put(`/users/${tara.id}/assignments`).send({ assignments: [] })).status).toBe(404);
    }
  });
});

describe('colleagues', () => {
  it('are known to everybody by name and role, and by nothing else', async () => {
    const { center, admin } = await newAdmin();
    const tara = await center.staff('TRAINER', 'Tara');
    await (await center.sister()).staff('TRAINER', 'Elsewhere');
    const answer = await tara.get('/colleagues');

    expect(answer.body.items).toEqual([
      { id: admin.id, name: 'Asha', role: 'CENTER_ADMIN' },
      { id: tara.id, name: 'Tara', role: 'TRAINER' },
    ]);
    expect(namesOf(await tara.get('/colleagues?role=TRAINER'))).toEqual(['Tara']);
  });

  it('include those who left only when asked', async () => {
    const { center, admin } = await newAdmin();
    const tara = await center.staff('TRAINER', 'Tara');
    await admin.patch(`/users/${tara.id}/status`).send({ status: 'INACTIVE' });

    expect(namesOf(await admin.get('/colleagues'))).toEqual(['Asha']);
    expect(namesOf(await admin.get('/colleagues?includeInactive=true'))).toEqual(['Asha', 'Tara']);
  });
});

describe('changing a person', () => {
  it('sets name and phone, unless somebody else did first', async () => {
    const { center, admin } = await newAdmin();
    const { id } = await center.staff('TRAINER', 'Tara');
    const changed = await admin
      .patch(`/users/${id}`)
      .set('if-match', '"1"')
      .send({ name: 'Tara Rao', phone: '98450 12345' });
    const late = await admin.patch(`/users/${id}`).set('if-match', '"1"').send({ name: 'T' });
    const cleared = await admin.patch(`/users/${id}`).send({ phone: null });

    expect(changed.body).toMatchObject({ name: 'Tara Rao', phone: '+919845012345', version: 2 });
    expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
    expect(cleared.body.phone).toBeNull();
    expect((await admin.patch(`/users/${id}`).send({ email: 'x@y.example' })).status).toBe(400);
  });

  it('is not made stale by signing in, which leaves no trace in the trail either', async () => {
    const { center, admin } = await newAdmin();
    const { id } = await center.staff('TRAINER', 'Tara');
    await center.rows('update users set last_seen_at = now() where id = $1', [id]);
    const trail = await center.rows(
      "select action from organization_audit_log where entity_id = $1 and action = 'UPDATE'",
      [id],
    );

    expect((await admin.get(`/users/${id}`)).body).toMatchObject({ version: 1, lastSeenAt: expect.any(String) });
    expect(trail).toEqual([]);
  });

  it('who works in another center too is up to a super admin', async () => {
    const { center, admin } = await newAdmin();
    const tara = await center.staff('TRAINER', 'Tara');
    await (await center.sister()).assign(tara.id, 'TRAINER');
    const name = await admin.patch(`/users/${tara.id}`).send({ name: 'Mine' });
    const status = await admin.patch(`/users/${tara.id}/status`).send({ status: 'INACTIVE' });
    const hq = await (await center.hq()).patch(`/users/${tara.id}`).send({ name: 'Tara R' });

    expect([name.status, name.body.code, status.status]).toEqual([403, 'forbidden', 403]);
    expect(hq.body.name).toBe('Tara R');
  });

  it('who is a super admin is up to a super admin', async () => {
    const { center, admin } = await newAdmin();
    const hema = await center.hq();
    await center.assign(hema.id, 'TRAINER');
    const answers = [
      await admin.patch(`/users/${hema.id}`).send({ name: 'Mine' }),
      await admin.patch(`/users/${hema.id}/status`).send({ status: 'INACTIVE' }),
      await admin.put(`/users/${hema.id}/assignments`).send({ assignments: [] }),
      await admin.post(`/users/${hema.id}/invite`).send({}),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
