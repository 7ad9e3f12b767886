import { apiAnswers, problem, requests } from '../test/api-answers.ts';
import { riverside, someone } from '../test/cast.ts';
import { visit } from '../test/navigation.ts';
import { api } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { rememberCenters } from './center-in-url.ts';
import { isSignedOut, markRenewed } from './session-renewal.ts';

const centerId = riverside.id;

beforeEach(() => {
  rememberCenters([{ centerSlug: 'riverside', centerId }]);
  localStorage.clear();
});

it('names the center of the address', async () => {
  apiAnswers({ getMe: someone('TRAINER') });
  visit('/c/riverside/today');
  await api('getMe');
  visit('/hq');
  await api('getMe');
  expect(requests().map((request) => request.headers.get('X-Center-Id'))).toEqual([centerId, null]);
});

it('fills in the path and the query, and leaves out what is empty', async () => {
  apiAnswers({ getCenter: { id: centerId }, search: { items: [] } });
  await api('getCenter', { params: { id: 'a/b' } });
  await api('search', { query: { q: 'Asha Rao' } });
  expect(requests('getCenter')[0]?.params).toEqual({ id: 'a/b' });
  expect(requests('search')[0]?.query).toEqual({ q: 'Asha Rao' });
});

it('gives every write a key of its own and the version that was read', async () => {
  apiAnswers({ changeCenter: { id: centerId }, getMe: someone('TRAINER') });
  await api('changeCenter', { params: { id: centerId }, body: { name: 'Riverside' }, ifMatch: 3 });
  await api('changeCenter', { params: { id: centerId }, body: { name: 'Riverside' } });
  await api('getMe');
  const [first, second, read] = requests();
  expect(first?.headers.get('If-Match')).toBe('"3"');
  expect(first?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{32,36}$/);
  expect(second?.headers.get('Idempotency-Key')).not.toBe(first?.headers.get('Idempotency-Key'));
  expect(read?.headers.get('Idempotency-Key')).toBeNull();
});

it('raises what the API refused, with its code and fields', async () => {
  const errors = [{ path: 'email', message: 'Invalid', code: 'invalid_format' }];
  apiAnswers({ login: problem(400, 'validation_failed', { errors, detail: 'Look again' }) });
  const refusal = await api('login', { body: { email: 'x', password: 'y' } }).catch((reason: unknown) => reason);
  expect(refusal).toBeInstanceOf(ApiProblem);
  expect(refusal).toMatchObject({ code: 'validation_failed', status: 400, message: 'Look again', errors });
});

it('calls a missing connection offline', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(api('getMe')).rejects.toMatchObject({ code: 'offline', status: 0 });
});

it('renews an old session once for all who wait, and repeats their requests', async () => {
  let isOld = true;
  apiAnswers({
    getMe: () => (isOld ? problem(401, 'unauthenticated') : someone('TRAINER')),
    refreshSession: () => {
      isOld = false;
      return {};
    },
  });
  const answers = await Promise.all([api('getMe'), api('getMe'), api('getMe')]);
  expect(answers.map(({ name }) => name)).toEqual(['Ravi', 'Ravi', 'Ravi']);
  expect(requests('refreshSession')).toHaveLength(1);
});

it('repeats a write under the same key after renewing', async () => {
  let isOld = true;
  apiAnswers({
    logout: () => (isOld ? problem(401, 'unauthenticated') : { signedOut: true }),
    refreshSession: () => {
      isOld = false;
      return {};
    },
  });
  await api('logout');
  const [first, second] = requests('logout');
  expect(second?.headers.get('Idempotency-Key')).toBe(first?.headers.get('Idempotency-Key'));
});

it('says that the session is over when it cannot be renewed', async () => {
  apiAnswers({ getMe: problem(401, 'unauthenticated'), refreshSession: problem(401, 'session_revoked') });
  await expect(api('getMe')).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(isSignedOut()).toBe(true);
  markRenewed();
  expect(isSignedOut()).toBe(false);
});

it('does not renew for a wrong password', async () => {
  apiAnswers({ login: problem(401, 'invalid_credentials') });
  await expect(api('login', { body: { email: 'mira@example.com', password: 'x' } })).rejects.toMatchObject({
    code: 'invalid_credentials',
  });
  expect(requests('refreshSession')).toHaveLength(0);
});

it('does not renew again when another tab just has', async () => {
  let asked = 0;
  apiAnswers({
    getMe: () => {
      asked += 1;
      if (asked > 1) return someone('TRAINER');
      localStorage.setItem('cartwheel.refreshed-at', String(Date.now() + 5));
      return problem(401, 'unauthenticated');
    },
  });
  await expect(api('getMe')).resolves.toMatchObject({ name: 'Ravi' });
  expect(requests('refreshSession')).toHaveLength(0);
});
