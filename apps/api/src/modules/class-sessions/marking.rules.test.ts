import { grants, type Role } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { type MarkableSession, markingRefusal } from './marking.rules.ts';

const actor = (role: Role) => ({ userId: 'ben', role, permissions: new Set(grants[role]) }) as unknown as Actor;
const session: MarkableSession = {
  name: 'Tigers',
  date: '2026-11-21',
  status: 'PUBLISHED',
  endsAt: '2026-11-21T12:30:00Z',
  assigned: true,
};
const at = (now: string, today = '2026-11-21') => ({ now: new Date(now), today, trainerCorrectionHours: 24 });
const morning = at('2026-11-21T02:00:00Z');

const refused = (role: Role, changes: Partial<MarkableSession> = {}, time = morning) =>
  markingRefusal(actor(role), { ...session, ...changes }, time)?.code;

describe('marking', () => {
  it('opens with the day of the session', () => {
    expect(refused('TRAINER')).toBeUndefined();
    expect(refused('TRAINER', { date: '2026-11-22' })).toBe('invalid_transition');
    expect(refused('COUNSELOR', { date: '2026-11-22' })).toBe('invalid_transition');
    expect(refused('CENTER_ADMIN', { date: '2026-11-22' })).toBeUndefined();
  });

  it('closes for trainers when the time for corrections is over', () => {
    const last = at('2026-11-22T12:30:00Z', '2026-11-22');
    const late = at('2026-11-22T12:30:01Z', '2026-11-22');
    expect(refused('TRAINER', {}, last)).toBeUndefined();
    expect(refused('TRAINER', {}, late)).toBe('session_closed');
    expect(refused('COUNSELOR', {}, late)).toBeUndefined();
    expect(refused('CENTER_ADMIN', {}, late)).toBeUndefined();
  });

  it('is for the trainers of the session', () => {
    expect(refused('TRAINER', { assigned: false })).toBe('forbidden');
    expect(refused('COUNSELOR', { assigned: false })).toBeUndefined();
  });

  it('is for sessions that take place', () => {
    expect(refused('CENTER_ADMIN', { status: 'CANCELLED' })).toBe('session_closed');
    expect(refused('CENTER_ADMIN', { status: 'DRAFT' })).toBe('session_closed');
    expect(refused('CENTER_ADMIN', { status: 'COMPLETED' })).toBeUndefined();
  });
});
