import { grants, type Me, type Permission, type Role } from '@cartwheel/contracts';

export const riverside = { id: '0190a000-0000-7000-8000-000000000001', slug: 'riverside', name: 'Riverside' };

const people: Record<Role, { id: string; name: string; email: string }> = {
  SUPER_ADMIN: { id: '0190a000-0000-7000-8000-0000000000a1', name: 'Noor', email: 'noor@example.com' },
  CENTER_ADMIN: { id: '0190a000-0000-7000-8000-0000000000a2', name: 'Mira', email: 'mira@example.com' },
  COUNSELOR: { id: '0190a000-0000-7000-8000-0000000000a3', name: 'Tess', email: 'tess@example.com' },
  TRAINER: { id: '0190a000-0000-7000-8000-0000000000a4', name: 'Ravi', email: 'ravi@example.com' },
};

/** Somebody at Riverside, as `GET /auth/me` answers. */
export function someone(role: Role, also: readonly Permission[] = []): Me {
  const permissions = [...grants[role], ...also];
  return {
    ...people[role],
    organization: { id: '0190a000-0000-7000-8000-0000000000ff', name: 'Riverside Sports' },
    isSuperAdmin: role === 'SUPER_ADMIN',
    assignments: [
      {
        centerId: riverside.id,
        centerName: riverside.name,
        centerSlug: riverside.slug,
        role,
        timezone: 'Asia/Kolkata',
        currency: 'INR',
        country: 'IN',
        locale: 'en-IN',
        permissions,
      },
    ],
    permissions,
  };
}
