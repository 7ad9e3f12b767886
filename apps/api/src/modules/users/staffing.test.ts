import { invite, mailedTokens, acceptInvite } from '../../../test/cast-users.ts';
import { startApi } from '../../../test/harness.ts';
import { whileHeld } from '../../../test/held-rows.ts';

const api = startApi();

async function newAdmin() {
  const center = await api.newCenter();
  return { center, admin: await center.staff('CENTER_ADMIN', 'Asha') };
}

describe('deactivating', () => {
  it('ends every session at once, and activating lets the person in again', async () => {
    const { center, admin } = await newAdmin();
    const tara = await center.staff('TRAINER', 'Tara');
    const off = await admin.patch(`/users/${tara.id}/status`).send({ status: 'INACTIVE' });
    const refused = await tara.get('/colleagues');
    const sessions = await center.rows('select from login_sessions where user_id = $1 and revoked_at is null', [
      tara.id,
    ]);
    const on = await admin.patch(`/users/${tara.id}/status`).send({ status: 'ACTIVE' });

    expect([off.body.status, on.body.status]).toEqual(['INACTIVE', 'ACTIVE']);
    expect([refused.status, refused.body.code]).toEqual([401, 'session_revoked']);
    expect(sessions).toEqual([]);
    expect((await tara.get('/colleagues')).status).toBe(401);
  });

  it('takes an invitation back until it is made again', async () => {
    const { center, admin } = await newAdmin();
    const { body } = await invite(admin);
    const early = await admin.patch(`/users/${body.id}/status`).send({ status: 'ACTIVE' });
    await api.settle();
    await admin.patch(`/users/${body.id}/status`).send({ status: 'INACTIVE' });
    const refused = await acceptInvite(api, (await mailedTokens(center, body.email))[0] ?? '');
    const again = await admin.patch(`/users/${body.id}/status`).send({ status: 'ACTIVE' });
    await api.settle();
    const accepted = await acceptInvite(api, (await mailedTokens(center, body.email))[0] ?? '');

    expect([early.status, early.body.code, early.body.allowed]).toEqual([409, 'invalid_transition', ['INACTIVE']]);
    expect(refused.body.code).toBe('invalid_token');
    expect(again.body.status).toBe('INVITED');
    expect(accepted.status).toBe(200);
  });

  it('leaves a center its last active admin', async () => {
    const { center, admin } = await newAdmin();
    const refused = await admin.patch(`/users/${admin.id}/status`).send({ status: 'INACTIVE' });
    await invite(admin, { role: 'CENTER_ADMIN' });
    const stillAlone = await admin.patch(`/users/${admin.id}/status`).send({ status: 'INACTIVE' });
    await center.staff('CENTER_ADMIN', 'Ben');
    const done = await admin.patch(`/users/${admin.id}/status`).send({ status: 'INACTIVE' });

    expect([refused.status, refused.body.code]).toEqual([409, 'invalid_transition']);
    expect(refused.body.detail).toContain('Asha is the last active center admin of Koramangala');
    expect(stillAlone.status).toBe(409);
    expect(done.status).toBe(200);
  });

  it('leaves the organization its last active super admin', async () => {
    const { center } = await newAdmin();
    const hema = await center.hq();
    const refused = await hema.patch(`/users/${hema.id}/status`).send({ status: 'INACTIVE' });
    const other = await center.hq();

    expect([refused.status, refused.body.code]).toEqual([409, 'invalid_transition']);
    expect((await other.patch(`/users/${hema.id}/status`).send({ status: 'INACTIVE' })).status).toBe(200);
  });

  it('of the two last admins at once spares one of them', async () => {
    const { center, admin } = await newAdmin();
    const ben = await center.staff('CENTER_ADMIN', 'Ben');
    const hq = await center.hq();
    const ids = [admin.id, ben.id];
    const answers = await whileHeld(api, 'select from users where id = any ($1) for update', ids, () =>
      Promise.all(ids.map((id) => hq.patch(`/users/${id}/status`).send({ status: 'INACTIVE' }))),
    );

    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});

describe('setting where somebody works', () => {
  it('counts from the next request', async () => {
    const { center, admin } = await newAdmin();
    const tara = await center.staff('TRAINER', 'Tara');
    const url = `/users/${tara.id}/assignments`;
    const before = await tara.get('/users');
    await admin.put(url).send({ assignments: [{ centerId: center.id, role: 'CENTER_ADMIN' }] });
    const promoted = await tara.get('/users');
    const left = await admin.put(url).send({ assignments: [] });
    const gone = await tara.get('/users');

    expect([before.status, promoted.status, gone.status]).toEqual([403, 200, 404]);
    expect(left.body).toMatchObject({ id: tara.id, assignments: [] });
  });

  it('concerns only the own center for a center admin', async () => {
    const { center, admin } = await newAdmin();
    const sister = await center.sister();
    const tara = await center.staff('TRAINER', 'Tara');
    await sister.assign(tara.id, 'COUNSELOR');
    const url = `/users/${tara.id}/assignments`;
    const next = await admin.put(url).send({ assignments: [{ centerId: sister.id, role: 'TRAINER' }] });
    await admin.put(url).send({ assignments: [] });
    const places = await center.rows('select center_id, role from assignments where user_id = $1', [tara.id]);

    expect([next.status, next.body.code]).toEqual([422, 'reference_not_found']);
    expect(places).toEqual([{ center_id: sister.id, role: 'COUNSELOR' }]);
  });

  it('concerns all centers for a super admin', async () => {
    const { center } = await newAdmin();
    const sister = await center.sister();
    const tara = await center.staff('TRAINER', 'Tara');
    const hq = await center.hq();
    const assignments = [{ centerId: sister.id, role: 'COUNSELOR' }];
    const moved = await hq.put(`/users/${tara.id}/assignments`).send({ assignments });
    const foreign = { assignments: [{ centerId: (await api.newCenter()).id, role: 'TRAINER' }] };

    expect(moved.body.assignments).toMatchObject(assignments);
    expect((await hq.put(`/users/${tara.id}/assignments`).send(foreign)).status).toBe(422);
    expect(
      (await hq.put(`/users/${tara.id}/assignments`).send({ assignments: [...assignments, ...assignments] })).status,
    ).toBe(400);
  });

  it('leaves every center its last active admin', async () => {
    const { center, admin } = await newAdmin();
    const hq = await center.hq();
    const demoted = { assignments: [{ centerId: center.id, role: 'TRAINER' }] };
    const refused = [
      await admin.put(`/users/${admin.id}/assignments`).send(demoted),
      await admin.put(`/users/${admin.id}/assignments`).send({ assignments: [] }),
      await hq.put(`/users/${admin.id}/assignments`).send({ assignments: [] }),
    ];
    await center.staff('CENTER_ADMIN', 'Ben');

    expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill('invalid_transition'));
    expect((await admin.put(`/users/${admin.id}/assignments`).send(demoted)).body.assignments).toMatchObject([
      { role: 'TRAINER' },
    ]);
  });

  it('is in the trail of the center', async () => {
    const { center, admin } = await newAdmin();
    const { body } = await invite(admin);
    const entries = await center.rows(
      "select actor_id, after ->> 'role' as role from audit_log where center_id = $1 and entity = 'assignments' and entity_id = $2",
      [center.id, body.id],
    );

    expect(entries).toEqual([{ actor_id: admin.id, role: 'TRAINER' }]);
  });
});
