import type { Permission } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import {
  assertMayChangePerson,
  assertMayManage,
  assertNobodyLeftAlone,
  assertOneRolePerCenter,
  placeOf,
} from './users.rules.ts';

const koramangala = {
  id: 'kor',
  name: 'Koramangala',
  slug: 'kor',
  timezone: 'UTC',
  currency: 'INR',
  country: 'IN',
  locale: 'en-IN',
};
const permissions: ReadonlySet<Permission> = new Set();
const admin: Actor = {
  userId: 'asha',
  name: 'Asha',
  email: 'a@x.example',
  organizationId: 'org',
  organizationName: 'Sunrise',
  sessionId: 's',
  isSuperAdmin: false,
  center: koramangala,
  role: 'CENTER_ADMIN',
  permissions,
};
const hq: Actor = { ...admin, userId: 'hema', isSuperAdmin: true, center: null, role: 'SUPER_ADMIN' };

describe('an invitation', () => {
  it('leads to the center that is open, or to the one that is named', () => {
    expect(placeOf(admin, { role: 'TRAINER' })).toEqual({ centerId: 'kor', role: 'TRAINER' });
    expect(placeOf(hq, { role: 'TRAINER', centerId: 'hsr' })).toEqual({ centerId: 'hsr', role: 'TRAINER' });
    expect(placeOf(hq, { role: 'SUPER_ADMIN' })).toBeNull();
  });

  it('must lead somewhere', () => {
    expect(() => placeOf(hq, { role: 'TRAINER' })).toThrow('not valid');
    expect(() => placeOf(hq, { role: 'SUPER_ADMIN', centerId: 'hsr' })).toThrow('not valid');
  });

  it('to be a super admin is given by super admins only', () =>
    expect(() => placeOf(admin, { role: 'SUPER_ADMIN' })).toThrow('Only a super admin'));
});

describe('a person', () => {
  it('who works elsewhere too is changed by super admins only', () => {
    expect(() => assertMayChangePerson(admin, { isSuperAdmin: false }, false)).not.toThrow();
    expect(() => assertMayChangePerson(admin, { isSuperAdmin: false }, true)).toThrow('another center');
    expect(() => assertMayChangePerson(hq, { isSuperAdmin: false }, true)).not.toThrow();
  });

  it('who is a super admin is managed by super admins only', () => {
    expect(() => assertMayManage(admin, { isSuperAdmin: true })).toThrow('Only a super admin');
    expect(() => assertMayManage(hq, { isSuperAdmin: true })).not.toThrow();
  });

  it('has one role in a center', () => {
    const twice = [
      { centerId: 'kor', role: 'TRAINER' },
      { centerId: 'kor', role: 'COUNSELOR' },
    ] as const;
    expect(() => assertOneRolePerCenter(twice)).toThrow('not valid');
  });

  it('whom a center cannot do without stays', () => {
    expect(() => assertNobodyLeftAlone('Asha', [])).not.toThrow();
    expect(() => assertNobodyLeftAlone('Asha', ['HSR', 'Kora'])).toThrow('last active center admin of HSR, Kora');
  });
});
