import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createApp } from '../src/app.ts';
import { startApi, testConfig } from './harness.ts';

const api = startApi();
const path = '/api/v1/auth/login';
const problemOf = (answer: { status: number; body: { code: string }; headers: Record<string, unknown> }) => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  return [answer.status, answer.body.code];
};

describe('an answer', () => {
  it('carries a request id, is never stored by a browser and tells nobody what it runs on', async () => {
    const { headers } = await api.anybody().get('/api/v1/auth/me');

    expect(headers).toMatchObject({
      'x-request-id': expect.any(String),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('keeps a well-formed request id and replaces any other', async () => {
    const kept = await api.anybody().get('/api/v1/auth/me').set('x-request-id', 'tablet-0042');
    const replaced = await api.anybody().get('/api/v1/auth/me').set('x-request-id', '<script>');

    expect(kept.headers['x-request-id']).toBe('tablet-0042');
    expect(replaced.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect(kept.body.requestId).toBe('tablet-0042');
  });
});

describe('a request that cannot be read', () => {
  it.each([
    ['broken JSON', '{"email": ', 'application/json', 400, 'validation_failed'],
    [
      'a key that would reach the prototype',
      '{"__proto__": {"isAdmin": true}, "email": "a@b.example", "password": "x"}',
      'application/json',
      400,
      'validation_failed',
    ],
    ['no JSON object', '[1, 2]', 'application/json', 400, 'validation_failed'],
    [
      'values of another type',
      '{"email": ["a@b.example"], "password": {"not": ""}}',
      'application/json',
      400,
      'validation_failed',
    ],
    [
      'a character that cannot be stored',
      '{"email": "a\\u0000@b.example", "password": "x"}',
      'application/json',
      400,
      'validation_failed',
    ],
    ['a form', 'email=a', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['plain text', '{"email": "a@b.example", "password": "x"}', 'text/plain', 415, 'unsupported_media_type'],
    [
      'more than a megabyte',
      JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(1_100_000) }),
      'application/json',
      413,
      'payload_too_large',
    ],
    [
      'very deep JSON',
      `{"email": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'application/json',
      400,
      'validation_failed',
    ],
  ])('is refused: %s', async (_, body, type, status, code) => {
    const answer = await api.anybody().post(path).set('content-type', type).send(body);

    expect(problemOf(answer)).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|at \/|select |prisma/i);
  });

  it('is refused for an unknown query parameter and for one given twice', async () => {
    const desk = await (await api.newCenter()).staff('COUNSELOR');

    for (const query of [
      '?color=red',
      '?limit=0',
      '?limit=1e9',
      '?limit=abc',
      '?limit=1&limit=2',
      '?cursor=%27%3Bselect',
      '?sort=name;drop',
    ]) {
      expect([query, ...problemOf(await desk.get(`/centers${query}`))]).toEqual([query, 400, 'validation_failed']);
    }
  });

  it('is refused for an address that does not exist, whatever the method', async () => {
    expect(problemOf(await api.anybody().get('/api/v1/nothing'))).toEqual([404, 'not_found']);
    expect(problemOf(await api.anybody().delete('/api/v1/auth/login'))).toEqual([404, 'not_found']);
    expect(problemOf(await api.anybody().get('/api/v1/students/%2e%2e%2fetc%2fpasswd'))).toEqual([
      401,
      'unauthenticated',
    ]);
  });

  it('is refused with two credentials at once', async () => {
    const desk = await (await api.newCenter()).staff('COUNSELOR');
    const answer = await api
      .anybody()
      .get('/api/v1/auth/me')
      .set('authorization', `Bearer ${desk.token}`)
      .set('cookie', `cartwheel_access=${desk.token}`);

    expect(problemOf(answer)).toEqual([400, 'ambiguous_credentials']);
  });

  it('ends the connection for two lengths in one request', async () => {
    const { port } = new URL(api.origin);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
        );
      });
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });

    expect(answer).toMatch(/^HTTP\/1.1 400/);
    expect(answer.match(/HTTP\/1.1/g)).toHaveLength(1);
  });
});

describe('a token', () => {
  const me = (token: string) => api.anybody().get('/api/v1/auth/me').set('authorization', `Bearer ${token}`);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('counts only as it was signed', async () => {
    const desk = await (await api.newCenter()).staff('COUNSELOR');
    const [header, claims, signature] = desk.token.split('.') as [string, string, string];
    const someoneElse = part({
      ...JSON.parse(Buffer.from(claims, 'base64url').toString()),
      sid: '00000000-0000-4000-8000-000000000000',
    });

    for (const forged of [
      `${part({ alg: 'none', typ: 'at+jwt' })}.${claims}.`,
      `${header}.${claims}.`,
      `${header}.${someoneElse}.${signature}`,
      'x.y.z',
      signature,
    ]) {
      expect(problemOf(await me(forged))).toEqual([401, 'unauthenticated']);
    }
    expect((await me(desk.token)).status).toBe(200);
  });

  it('ends after a quarter of an hour', async () => {
    const desk = await (await api.newCenter()).staff('COUNSELOR');
    api.setNow(new Date(Date.now() + 16 * 60_000));

    expect(problemOf(await me(desk.token))).toEqual([401, 'unauthenticated']);
  });

  it('stops counting the moment its owner is deactivated', async () => {
    const center = await api.newCenter();
    const desk = await center.staff('COUNSELOR');
    await center.rows(`update users set status = 'INACTIVE' where id = $1`, [desk.id]);

    expect(problemOf(await desk.get('/auth/me'))).toEqual([401, 'session_revoked']);
  });

  it('does what the role of now may do, not that of when it was given', async () => {
    const center = await api.newCenter();
    const person = await center.staff('CENTER_ADMIN');
    const before = await person.get('/audit-log');
    await center.rows(`update assignments set role = 'TRAINER' where user_id = $1`, [person.id]);

    expect([before.status, (await person.get('/audit-log')).status]).toEqual([200, 403]);
  });
});

describe('the health of a process', () => {
  it.each(['live', 'ready', 'startup'])('is told: %s', async (kind) => {
    const answer = await api.anybody().get(`/api/health/${kind}`);

    expect([answer.status, answer.body.status]).toEqual([200, 'ok']);
  });
});

describe('a process that is told to end', () => {
  it('does not wait for connections on which nothing was asked', async () => {
    const app = await createApp(testConfig());
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const ended = once(socket, 'close');

    await app.close();
    await ended;
  }, 10_000);
});
