import { grants, type Permission } from '@cartwheel/contracts';
import { allowed, centerDestinations, hqDestinations, samePageIn } from './destinations.ts';

const pagesOf = (held: readonly Permission[]) =>
  allowed(centerDestinations, (permission) => held.includes(permission)).map(({ id }) => id);

it('shows a trainer the day, the students, the schedule and report cards', () => {
  expect(pagesOf(grants.TRAINER)).toEqual(['today', 'students', 'schedule', 'reportCards']);
});

it('shows the front desk no settings, users or imports', () => {
  const pages = pagesOf(grants.COUNSELOR);
  expect(pages).toEqual(expect.arrayContaining(['today', 'leads', 'introVisits', 'payments']));
  expect(pages).not.toEqual(expect.arrayContaining(['settings']));
  expect(pages).not.toEqual(expect.arrayContaining(['users']));
  expect(pages).not.toEqual(expect.arrayContaining(['imports']));
});

it('shows a center admin everything in the center and nothing across centers', () => {
  expect(pagesOf(grants.CENTER_ADMIN)).toHaveLength(centerDestinations.length);
  const hq = allowed(hqDestinations, (permission) => grants.CENTER_ADMIN.includes(permission));
  expect(hq.map(({ id }) => id)).not.toContain('centers');
});

it('keeps the page when the center changes, but not the record', () => {
  expect(samePageIn('whitefield', '/c/koramangala/leads')).toBe('/c/whitefield/leads');
  expect(samePageIn('whitefield', '/c/koramangala/leads/7b1c')).toBe('/c/whitefield/leads');
  expect(samePageIn('whitefield', '/c/koramangala')).toBe('/c/whitefield/today');
});
