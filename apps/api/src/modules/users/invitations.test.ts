import { randomUUID } from 'node:crypto';
import { acceptInvite, fromAnywhere, invite, mailedTokens, newEmail, password } from '../../../test/cast-users.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const signIn = (email: string) => fromAnywhere(api, '/auth/login', { email, password });

async function newAdmin() {
  const center = await api.newCenter();
  return { center, admin: await center.staff('CENTER_ADMIN') };
}

describe('inviting a colleague', () => {
  it('mails a link, with which the colleague begins to work in the center', async () => {
    const { center, admin } = await newAdmin();
    const email = newEmail();
    const invited = await admin.post('/users').send({ name: 'Tara', email, phone: '98450 12345', role: 'TRAINER' });
    await api.settle();
    const [token = ''] = await mailedTokens(center, email);
    const accepted = await acceptInvite(api, token);

    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ email, phone: '+919845012345', status: 'INVITED', isSuperAdmin: false });
    expect(invited.body.assignments).toEqual([{ centerId: center.id, centerName: 'Koramangala', role: 'TRAINER' }]);
    expect(accepted.body.user.assignments).toMatchObject([{ centerId: center.id, role: 'TRAINER' }]);
    expect((await signIn(email)).status).toBe(200);
    expect((await admin.get(`/users/${invited.body.id}`)).body.status).toBe('ACTIVE');
  });

  it('is for those who manage users, in their own center', async () => {
    const { center, admin } = await newAdmin();
    const sister = await center.sister();
    const statuses = [];
    for (const role of ['COUNSELOR', 'TRAINER'] as const)
      statuses.push((await invite(await center.staff(role))).status);
    const next = await invite(admin, { centerId: sister.id });
    const above = await invite(admin, { role: 'SUPER_ADMIN' });

    expect(statuses).toEqual([403, 403]);
    expect([next.status, next.body.code]).toEqual([422, 'reference_not_found']);
    expect([above.status, above.body.code]).toEqual([403, 'forbidden']);
  });

  it('is refused to somebody of several centers who has not said in which', async () => {
    const { center } = await newAdmin();
    const sister = await center.sister();
    const userId = await center.user('Tara');
    await center.assign(userId, 'TRAINER');
    await sister.assign(userId, 'TRAINER');
    const tara = await center.signIn(userId, 'Tara', undefined);

    const answer = await invite(tara, { role: 'SUPER_ADMIN' });
    expect([answer.status, answer.body.code]).toEqual([400, 'center_required']);
    expect((await tara.get('/users')).status).toBe(400);
  });

  it('is possible across the organization for a super admin, who says where', async () => {
    const { center } = await newAdmin();
    const hq = await center.hq();
    const stranger = await api.newCenter();
    const placed = await invite(hq, { centerId: center.id, role: 'COUNSELOR' });
    const peer = await invite(hq, { role: 'SUPER_ADMIN' });
    const nowhere = await invite(hq);
    const foreign = await invite(hq, { centerId: stranger.id });
    await api.settle();

    expect(placed.body.assignments).toMatchObject([{ centerId: center.id, role: 'COUNSELOR' }]);
    expect(peer.body).toMatchObject({ isSuperAdmin: true, assignments: [] });
    expect(await mailedTokens(center, peer.body.email)).toHaveLength(1);
    expect(nowhere.status).toBe(400);
    expect([foreign.status, foreign.body.code]).toEqual([422, 'reference_not_found']);
  });

  it('names what is invalid', async () => {
    const { admin } = await newAdmin();
    const answer = await admin.post('/users').send({ name: '', email: 'tara', role: 'OWNER', admin: true });
    const phone = await admin.post('/users').send({ name: 'Tara', email: newEmail(), role: 'TRAINER', phone: 'none' });

    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['name', 'email', 'role']),
    );
    expect(phone.body.errors).toMatchObject([{ path: 'phone' }]);
  });
});

describe('inviting an e-mail that is known', () => {
  it('in the organization adds the place, once', async () => {
    const { center, admin } = await newAdmin();
    const sister = await center.sister();
    const neighbour = await sister.staff('CENTER_ADMIN');
    const first = await invite(admin, { name: 'Tara' });
    const second = await invite(neighbour, { email: first.body.email.toUpperCase(), name: 'T.', role: 'COUNSELOR' });
    const again = await invite(neighbour, { email: first.body.email });

    expect(second.body).toMatchObject({ id: first.body.id, name: 'Tara' });
    expect(second.body.assignments).toEqual([{ centerId: sister.id, centerName: 'Indiranagar', role: 'COUNSELOR' }]);
    expect([again.status, again.body.code, again.body.existingId]).toEqual([409, 'duplicate', first.body.id]);
  });

  it('mails no link to somebody who has a password already', async () => {
    const { center, admin } = await newAdmin();
    const sister = await center.sister();
    const neighbour = await sister.staff('CENTER_ADMIN');
    const { body } = await invite(admin);
    await api.settle();
    await acceptInvite(api, (await mailedTokens(center, body.email))[0] ?? '');
    const placed = await invite(neighbour, { email: body.email });
    await api.settle();

    expect([placed.status, placed.body.status]).toEqual([201, 'ACTIVE']);
    expect(await mailedTokens(center, body.email)).toHaveLength(1);
  });

  it('makes a colleague a super admin when a super admin says so', async () => {
    const { center, admin } = await newAdmin();
    const { body } = await invite(admin);
    const promoted = await invite(await center.hq(), { email: body.email, role: 'SUPER_ADMIN' });

    expect(promoted.body).toMatchObject({ id: body.id, isSuperAdmin: true });
  });

  it('in another organization looks like any other', async () => {
    const theirs = await newAdmin();
    const ours = await newAdmin();
    const email = newEmail();
    await invite(theirs.admin, { email });
    await api.settle();
    await acceptInvite(api, (await mailedTokens(theirs.center, email))[0] ?? '');
    const known = await invite(ours.admin, { email });
    const unknown = await invite(ours.admin);
    const same = { id: '', email: '' };

    expect({ ...known.body, ...same }).toEqual({ ...unknown.body, ...same });
    expect((await ours.admin.get(`/users?q=${email}`)).body.items).toHaveLength(1);
    expect((await ours.admin.post(`/users/${known.body.id}/invite`).send({})).status).toBe(200);
  });

  it('in another organization is told to its owner, who goes on signing in there', async () => {
    const theirs = await newAdmin();
    const ours = await newAdmin();
    const email = newEmail();
    await invite(theirs.admin, { email });
    await api.settle();
    await acceptInvite(api, (await mailedTokens(theirs.center, email))[0] ?? '');
    await invite(ours.admin, { email });
    await api.settle();
    const [token = ''] = await mailedTokens(ours.center, email);
    const refused = await acceptInvite(api, token);
    const signedIn = await signIn(email);

    expect([refused.status, refused.body.code]).toEqual([409, 'duplicate']);
    expect(refused.body.detail).toContain('elsewhere');
    expect(signedIn.body.user.organization.id).toBe(theirs.center.organizationId);
  });

  it('keeps nobody from signing up with it', async () => {
    const { admin } = await newAdmin();
    const { body } = await invite(admin);
    const answer = await fromAnywhere(api, '/auth/signup', {
      organizationName: 'Moonlight',
      centerName: 'Jayanagar',
      country: 'IN',
      timezone: 'Asia/Kolkata',
      currency: 'INR',
      name: 'Tara',
      email: body.email,
      password,
    });

    expect(answer.status).toBe(201);
  });

  it('at the same moment makes one account', async () => {
    const { center, admin } = await newAdmin();
    const email = newEmail();
    const answers = await Promise.all([1, 2, 3].map(() => invite(admin, { email })));

    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    const [account] = await center.rows<{ id: string }>('select id from users where email = $1', [email]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.existingId)).toEqual([account?.id, account?.id]);
    expect(await center.rows('select id from users where email = $1', [email])).toHaveLength(1);
  });
});

describe('inviting again', () => {
  it('mails a new link, and the earlier one stops working', async () => {
    const { center, admin } = await newAdmin();
    const { body } = await invite(admin);
    await api.settle();
    const again = await admin.post(`/users/${body.id}/invite`).send({});
    await api.settle();
    const [newest = '', first = ''] = await mailedTokens(center, body.email);

    expect(again.status).toBe(200);
    expect((await acceptInvite(api, first)).body.code).toBe('invalid_token');
    expect((await acceptInvite(api, newest)).status).toBe(200);
  });

  it('is not possible once it was taken up, and does not exist for another center', async () => {
    const { center, admin } = await newAdmin();
    const neighbour = await (await center.sister()).staff('CENTER_ADMIN');
    const active = await center.staff('TRAINER');
    const { body } = await invite(admin);
    const refused = await admin.post(`/users/${active.id}/invite`).send({});

    expect([refused.status, refused.body.code]).toEqual([409, 'invalid_transition']);
    expect((await neighbour.post(`/users/${body.id}/invite`).send({})).status).toBe(404);
    expect((await admin.post(`/users/${randomUUID()}/invite`).send({})).status).toBe(404);
    expect((await (await center.staff('COUNSELOR')).post(`/users/${body.id}/invite`).send({})).status).toBe(403);
  });
});
