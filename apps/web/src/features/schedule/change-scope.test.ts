import { aSession } from '../../test/class-cast.ts';
import { isMovable } from './change-scope.ts';

const before = Date.parse('2026-11-21T09:00:00Z');

it('lets only classes be dragged that are to come and take place', () => {
  expect(isMovable(aSession(), before)).toBe(true);
  expect(isMovable(aSession({ status: 'DRAFT' }), before)).toBe(true);
  expect(isMovable(aSession({ status: 'CANCELLED' }), before)).toBe(false);
  expect(isMovable(aSession({ status: 'COMPLETED' }), before)).toBe(false);
  expect(isMovable(aSession(), Date.parse('2026-11-21T10:45:00Z'))).toBe(false);
});
