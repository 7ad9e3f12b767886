import { bodyExamples, defaultSettings, operations, permissionsOf, type Role } from '@cartwheel/contracts';
import { switchesOf } from '../src/platform/auth/actors.ts';
import { send } from './asking.ts';
import type { Person } from './cast.ts';
import { bodyWith, idsOf, pathWith, refersToSomething } from './foreign-ids.ts';
import { startApi } from './harness.ts';
import { fillEveryTable, teachEverything } from './one-of-everything.ts';

const api = startApi();
const guarded = operations.filter((operation) => operation.permission !== 'public');
const named = guarded.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);
const zeroId = '00000000-0000-4000-8000-000000000000';

describe('every operation with a body', () => {
  it.each(operations.filter((operation) => operation.body).map((operation) => [operation.id, operation] as const))(
    'shows one that passes: %s',
    (id, operation) => {
      expect(operation.body?.safeParse(bodyExamples[id]).error?.issues ?? []).toEqual([]);
    },
  );
});

describe('without signing in', () => {
  it.each(named)('%s answers 401', async (_, operation) => {
    const method = operation.method.toLowerCase() as 'get';
    const answer = await api.anybody()[method](`/api/v1${pathWith(operation.path, { students: zeroId })}`);

    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });
});

describe('an unknown field', () => {
  it.each(named.filter(([, operation]) => operation.body && !operation.media))(
    'is refused: %s',
    async (_, operation) => {
      const admin = await shared().then((cast) => cast.hq);
      const body = { ...(bodyExamples[operation.id] as object), center_id: zeroId };
      const answer = await send(admin, operation, pathWith(operation.path, (await shared()).own), body);

      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    },
  );
});

describe('an id that is none', () => {
  it.each(named.filter(([, operation]) => operation.path.includes('/:id')))('%s answers 400', async (_, operation) => {
    const { hq } = await shared();
    for (const id of ['not-a-uuid', '1;select pg_sleep(5)', 'null', 'x'.repeat(150)]) {
      const answer = await send(hq, operation, operation.path.replaceAll(/:\w+/g, encodeURIComponent(id)));
      expect([id, answer.status]).toEqual([id, 400]);
    }
  });
});

describe("another center's ids", () => {
  const withId = named.filter(([, operation]) => operation.path.includes(':id'));

  it.each(withId)('%s answers 404 for a sister center and for another organization', async (_, operation) => {
    const { admin, hq, sister, stranger } = await shared();
    for (const [whose, ids] of [
      ['sister', sister],
      ['stranger', stranger],
    ] as const) {
      for (const person of [admin, hq]) {
        // A super admin works in every center of the organization; what differs is the center that was chosen.
        const mayKnow =
          whose === 'sister' && person === hq && (operation.tag === 'Centers' || operation.tag === 'Users');
        if (mayKnow) continue;
        const answer = await send(person, operation, pathWith(operation.path, ids));
        expect([whose, person.name, answer.status, answer.body.code]).toEqual([whose, person.name, 404, 'not_found']);
      }
    }
  });

  it.each(named.filter(([, operation]) => refersToSomething(bodyExamples[operation.id])))(
    '%s refuses them in its body',
    async (_, operation) => {
      const { admin, own, sister, stranger } = await shared();
      for (const ids of [sister, stranger]) {
        const answer = await send(
          admin,
          operation,
          pathWith(operation.path, own),
          bodyWith(bodyExamples[operation.id], ids),
        );
        expect(['404 not_found', '422 reference_not_found', '403 forbidden']).toContain(
          `${answer.status} ${answer.body.code}`,
        );
      }
    },
  );

  it('cannot be entered with the header', async () => {
    const { admin, stranger, sister } = await shared();
    for (const centers of [stranger['centers'], sister['centers'], zeroId]) {
      const answer = await admin.get('/students').set('x-center-id', centers!);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
  });
});

describe('what a role may not do', () => {
  const denied = (['COUNSELOR', 'TRAINER'] as Role[]).flatMap((role) => {
    const held = permissionsOf(role, switchesOf(defaultSettings));
    return guarded
      .filter(({ permission }) => permission !== 'signed-in' && permission !== 'public' && !held.has(permission))
      .map((operation) => [role, `${operation.method} ${operation.path}`, operation] as const);
  });

  it.each(denied)('%s: %s answers 403', async (role, _, operation) => {
    const { own, trainer, desk } = await shared();
    const answer = await send(role === 'TRAINER' ? trainer : desk, operation, pathWith(operation.path, own));

    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });
});

interface Stage {
  admin: Person;
  hq: Person;
  desk: Person;
  trainer: Person;
  own: Record<string, string>;
  sister: Record<string, string>;
  stranger: Record<string, string>;
}
let stage: Promise<Stage> | undefined;
const shared = () => (stage ??= setTheStage());

/** One stage for all: the tests only ask, or are refused. */
async function setTheStage(): Promise<Stage> {
  const center = await api.newCenter();
  const [sister, stranger] = [
    await center.sister(),
    await api.newCenter({ timezone: 'America/Los_Angeles', currency: 'USD', country: 'US' }),
  ];
  for (const each of [center, sister, stranger]) await fillEveryTable(each);
  const trainer = await center.staff('TRAINER');
  await teachEverything(center, trainer);
  const own = await idsOf(center);
  return {
    admin: await center.staff('CENTER_ADMIN'),
    hq: await center.staff('SUPER_ADMIN'),
    desk: await center.staff('COUNSELOR'),
    trainer,
    own,
    sister: await idsOf(sister),
    stranger: await idsOf(stranger),
  };
}
