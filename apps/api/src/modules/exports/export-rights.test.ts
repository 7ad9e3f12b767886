import { exportedLists, grants, type Permission } from '@cartwheel/contracts';
import { aTeachingCenter } from '../../../test/cast-exports.ts';
import { startApi } from '../../../test/harness.ts';
import type { Actor, ActorCenter } from '../../platform/auth/actor.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import type { ExportRow } from './exports.repository.ts';
import { ExportsService } from './exports.service.ts';
import { ListsService } from './lists.service.ts';

const api = startApi();
let at: Awaited<ReturnType<typeof aTeachingCenter>>;
beforeAll(async () => {
  at = await aTeachingCenter(api);
});

/** A center admin who lacks some permissions: no role has exports:run and lacks others, but one may be given both. */
const lacking = (...permissions: Permission[]): Actor => ({
  userId: at.admin.id,
  name: 'Meera',
  email: '',
  organizationId: at.center.organizationId,
  organizationName: '',
  isSuperAdmin: false,
  sessionId: '',
  role: 'CENTER_ADMIN',
  center: { id: at.center.id, slug: 'here', timezone: 'Asia/Kolkata', currency: 'INR' } as ActorCenter,
  permissions: new Set(grants.CENTER_ADMIN.filter((name) => !permissions.includes(name))),
});

const within = <T>(actor: Actor, work: () => Promise<T>): Promise<T> => {
  const { organizationId, userId, role } = actor;
  const context = { organizationId, userId, role, centerId: at.center.id, requestId: 'request-1' };
  return api.app.get(UnitsOfWork).run(context, work);
};

function rowsOf(actor: Actor, list: keyof typeof exportedLists): Promise<ExportRow[]> {
  const lists = api.app.get(ListsService, { strict: false });
  return within(actor, async () => {
    const rows: ExportRow[] = [];
    const pages = lists.pages(actor, actor.center!, list, { params: undefined, query: {} });
    for await (const page of pages) rows.push(...page);
    return rows;
  });
}

it.each([
  ['payments', 'payments:read'],
  ['leads', 'leads:read'],
  ['guardians', 'contacts:read'],
  ['skills', 'progress:read'],
] as const)('who may not read %s may not export it', async (kind, permission) => {
  const exports = api.app.get(ExportsService, { strict: false });
  const file = (actor: Actor) => within(actor, () => exports.file(actor, `${kind}.csv`, {}));

  await expect(file(lacking(permission))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(file(lacking())).resolves.toBeDefined();
});

it.each([
  ['students', 'contacts:read', 'Phone'],
  ['leads', 'contacts:read', 'Phone'],
  ['enrollments', 'payments:read', 'Price'],
  ['plans', 'payments:read', 'Price'],
] as const)('a file of %s has no column that needs %s for who lacks it: %s', async (list, permission, column) => {
  const [all] = await rowsOf(lacking(), list);
  const [some] = await rowsOf(lacking(permission), list);

  expect(Object.keys(all!)).toContain(column);
  expect(Object.keys(some!)).toEqual(Object.keys(all!).filter((name) => !hiddenBy[permission].includes(name)));
});

const hiddenBy = { 'contacts:read': ['Phone', 'Email'], 'payments:read': ['Price'] };
