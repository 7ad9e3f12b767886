import type { ClassSession } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/problems/problem.ts';

const HOUR = 3_600_000;

export interface MarkableSession extends Pick<ClassSession, 'name' | 'date' | 'status' | 'endsAt'> {
  /** The actor takes this session, or trains its batch. */
  assigned: boolean;
}

export interface MarkingTime {
  now: Date;
  /** The center's day. */
  today: string;
  /** How long after the end a trainer may still correct. */
  trainerCorrectionHours: number;
}

/**
 * Why the actor may not mark this session now, or undefined. A sheet opens with the session's day, for an absence that is
 * announced in the morning; only who may override writes on days to come.
 */
export function markingRefusal(actor: Actor, session: MarkableSession, time: MarkingTime): Problem | undefined {
  const trains = actor.role === 'TRAINER';
  if (trains && !session.assigned) return new Problem('forbidden', { detail: 'Only its trainers mark this session' });
  if (session.status === 'CANCELLED') return closed(`${session.name} on ${session.date} was cancelled`);
  if (session.status === 'DRAFT') return closed(`${session.name} on ${session.date} is not published yet`);
  if (may(actor, 'attendance:override')) return undefined;
  if (session.date > time.today) {
    return new Problem('invalid_transition', { detail: `Attendance opens on ${session.date}`, allowed: [] });
  }
  const lastMoment = Date.parse(session.endsAt) + time.trainerCorrectionHours * HOUR;
  if (trains && time.now.getTime() > lastMoment) {
    return closed(`Trainers correct up to ${time.trainerCorrectionHours} hours after the end; ask a center admin`);
  }
  return undefined;
}

const closed = (detail: string) => new Problem('session_closed', { detail });
