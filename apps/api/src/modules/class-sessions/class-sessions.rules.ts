import type { ClassSession } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Problem, refuse } from '../../platform/problems/problem.ts';

type Status = ClassSession['status'];

const moves: Record<Status, readonly Status[]> = {
  DRAFT: ['PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['IN_PROGRESS', 'CANCELLED'],
  IN_PROGRESS: ['COMPLETED', 'CANCELLED'],
  COMPLETED: [],
  CANCELLED: [],
};

/** Throws invalid_transition, naming what is possible. */
export function assertMove(from: Status, to: Status): void {
  if (moves[from].includes(to)) return;
  throw new Problem('invalid_transition', {
    detail: `A session that is ${from} cannot become ${to}`,
    allowed: [...moves[from]],
  });
}

export function assertOpen({ status, name, date }: Pick<ClassSession, 'status' | 'name' | 'date'>): void {
  if (moves[status].length > 0) return;
  throw new Problem('session_closed', { detail: `${name} on ${date} is ${status.toLowerCase()}` });
}

export interface CapacityWish {
  wanted: number;
  current: number;
  /** Null for a one-off: it has no places to go over. */
  ofBatch: number | null;
  reason: string | null | undefined;
}

/** Going over the batch is done on purpose or not at all. */
export function assertMayOverbook(actor: Actor, { wanted, current, ofBatch, reason }: CapacityWish): void {
  if (ofBatch === null || wanted <= ofBatch || wanted <= current) return;
  if (!may(actor, 'sessions:overbook')) {
    throw new Problem('forbidden', { detail: `More than the ${ofBatch} places of the batch needs a center admin` });
  }
  if (!reason) throw refuse('overbookReason', `Say why there are more than the ${ofBatch} places of the batch`);
}
