import { randomUUID } from 'node:crypto';
import { fromAnywhere } from '../../../test/cast-users.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const password = 'a quiet tumbling mat';

async function signUp() {
  const email = `${randomUUID()}@sunrise.example`;
  const answer = await fromAnywhere(api, '/auth/signup', {
    organizationName: 'Sunrise Kids Gym',
    centerName: 'Koramangala',
    country: 'IN',
    timezone: 'Asia/Kolkata',
    currency: 'INR',
    name: 'Hema Rao',
    email,
    password,
  });
  if (answer.status === 201) api.adopt(answer.body.user.assignments[0].centerId);
  return { email, answer };
}

const cookiesOf = (answer: { headers: Record<string, unknown> }) => answer.headers['set-cookie'] as string[];

describe('signing up', () => {
  it('makes an organization, a center and a super admin who is signed in', async () => {
    const { email, answer } = await signUp();

    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({
      email,
      isSuperAdmin: true,
      assignments: [{ centerName: 'Koramangala', centerSlug: 'koramangala', currency: 'INR' }],
    });
    const me = await api.anybody().get('/api/v1/auth/me').set('authorization', `Bearer ${answer.body.accessToken}`);
    expect(me.body.organization.name).toBe('Sunrise Kids Gym');
  });

  it('names what is invalid', async () => {
    const answer = await api
      .anybody()
      .post('/api/v1/auth/signup')
      .send({ email: 'x', organizationName: 'A', role: 'SUPER_ADMIN' });

    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.code).toBe('validation_failed');
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain('email');
  });
});

describe('signing in', () => {
  it('sets cookies no script can read and answers the access token', async () => {
    const { email } = await signUp();
    const answer = await api.anybody().post('/api/v1/auth/login').send({ email, password });

    expect(answer.status).toBe(200);
    for (const cookie of cookiesOf(answer)) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(answer.body.accessToken).toMatch(/^eyJ/);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const { email } = await signUp();
    const wrong = await api.anybody().post('/api/v1/auth/login').send({ email, password: 'something else entirely' });
    const unknown = await api
      .anybody()
      .post('/api/v1/auth/login')
      .send({ email: `${randomUUID()}@x.example`, password });

    expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('locks an account for a while after too many wrong passwords', async () => {
    const { email } = await signUp();
    for (let attempt = 0; attempt < 6; attempt++)
      await api
        .anybody()
        .post('/api/v1/auth/login')
        .send({ email, password: `wrong ${attempt}` });
    const answer = await api.anybody().post('/api/v1/auth/login').send({ email, password });

    expect(answer.status).toBe(401);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('refuses a request that other pages could have made the browser send', async () => {
    const { answer } = await signUp();
    const cookie = cookiesOf(answer)
      .map((line) => line.split(';')[0])
      .join('; ');
    const foreign = await api
      .anybody()
      .post('/api/v1/auth/logout')
      .set('cookie', cookie)
      .set('sec-fetch-site', 'cross-site');
    const silent = await api.anybody().post('/api/v1/auth/logout').set('cookie', cookie);
    const own = await api
      .anybody()
      .post('/api/v1/auth/logout')
      .set('cookie', cookie)
      .set('sec-fetch-site', 'same-origin');

    expect([foreign.status, silent.status, own.status]).toEqual([403, 403, 200]);
  });
});

describe('refreshing', () => {
  const refresh = (refreshToken: string) => api.anybody().post('/api/v1/auth/refresh').send({ refreshToken });
  const tokenOf = (answer: { headers: Record<string, unknown> }) =>
    /cartwheel_refresh=([^;]+)/.exec(cookiesOf(answer).join(';'))![1]!;

  it('rotates the token, and answers a retry with the same successor', async () => {
    const { answer } = await signUp();
    const [first, second] = await Promise.all([refresh(tokenOf(answer)), refresh(tokenOf(answer))]);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(tokenOf(first)).toBe(tokenOf(second));
    expect(tokenOf(first)).not.toBe(tokenOf(answer));
  });

  it('ends the session when a rotated token comes back later', async () => {
    const { answer } = await signUp();
    const next = await refresh(tokenOf(answer));
    api.setNow(new Date(Date.now() + 15_000));
    const reused = await refresh(tokenOf(answer));
    const successor = await refresh(tokenOf(next));

    expect([reused.body.code, successor.body.code]).toEqual(['session_revoked', 'session_revoked']);
    await api.settle();
    const mails = await api.admin.query('select subject from mailbox_messages where recipient = $1', [
      answer.body.user.email,
    ]);
    expect(mails.rows).toEqual([{ subject: 'You were signed out for safety' }]);
  });
});

describe('signing out', () => {
  it('ends the access token at once', async () => {
    const center = await api.newCenter();
    const desk = await center.staff('COUNSELOR');
    const before = await desk.get('/auth/me');
    await desk.post('/auth/logout');
    const after = await desk.get('/auth/me');

    expect([before.status, after.status]).toEqual([200, 401]);
  });
});

describe('links in mails', () => {
  const mailed = async (email: string) => {
    const { rows } = await api.admin.query<{ text: string }>(
      'select text from mailbox_messages where recipient = $1 order by created_at desc',
      [email],
    );
    return /token=([\w-]+)/.exec(rows[0]?.text ?? '')?.[1] ?? '';
  };

  it('sign in once', async () => {
    const { email } = await signUp();
    const asked = await api.anybody().post('/api/v1/auth/magic-link').send({ email });
    await api.settle();
    const token = await mailed(email);
    const first = await api.anybody().post('/api/v1/auth/magic-link/consume').send({ token });
    const second = await api.anybody().post('/api/v1/auth/magic-link/consume').send({ token });

    expect([asked.status, first.status, second.status]).toEqual([202, 200, 400]);
  });

  it('set a new password, which ends every session', async () => {
    const { email, answer } = await signUp();
    await api.anybody().post('/api/v1/auth/password-reset').send({ email });
    await api.settle();
    const changed = await api
      .anybody()
      .post('/api/v1/auth/password-reset/consume')
      .send({ token: await mailed(email), password: 'another quiet mat' });
    const old = await api.anybody().get('/api/v1/auth/me').set('authorization', `Bearer ${answer.body.accessToken}`);
    const login = await api.anybody().post('/api/v1/auth/login').send({ email, password: 'another quiet mat' });

    expect([changed.status, old.status, login.status]).toEqual([200, 401, 200]);
  });

  it('are never admitted to for an address nobody knows', async () => {
    const answer = await api
      .anybody()
      .post('/api/v1/auth/password-reset')
      .send({ email: `${randomUUID()}@x.example` });

    expect([answer.status, answer.body]).toEqual([202, { accepted: true }]);
  });
});
