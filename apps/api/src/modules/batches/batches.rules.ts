import type { Weekday } from '@cartwheel/contracts';
import { refuse } from '../../platform/problems/problem.ts';
import type { BatchTerms } from '../class-sessions/index.ts';

export interface BatchFields {
  name: string;
  ageMin: number | null;
  ageMax: number | null;
  daysOfWeek: Weekday[];
  startTime: string;
  endTime: string;
  capacity: number;
  startsOn: string | null;
  endsOn: string | null;
  curriculumId: string | null;
  active: boolean;
  /** The first one takes its sessions. */
  trainerUserIds: string[];
}

/** Names the value that does not go with another; the times of day are for the sessions to judge. */
export function assertConsistent(batch: BatchFields): void {
  const { ageMin, ageMax, startsOn, endsOn } = batch;
  if (ageMin !== null && ageMax !== null && ageMin > ageMax)
    throw refuse('ageMax', 'Must not be below the youngest age');
  if (startsOn && endsOn && startsOn > endsOn) throw refuse('endsOn', 'Must not come before the first day');
}

export const termsOf = (id: string, { trainerUserIds, ...batch }: BatchFields): BatchTerms => ({
  id,
  name: batch.name,
  daysOfWeek: batch.daysOfWeek,
  startTime: batch.startTime,
  endTime: batch.endTime,
  capacity: batch.capacity,
  startsOn: batch.startsOn,
  endsOn: batch.endsOn,
  active: batch.active,
  trainerUserId: trainerUserIds[0] ?? null,
});

/** A field that was not named stays; null clears it. */
export function changed(
  batch: BatchFields,
  body: { [Key in keyof BatchFields]?: BatchFields[Key] | undefined },
): BatchFields {
  const said = Object.entries(body).filter(([, value]) => value !== undefined);
  return { ...batch, ...Object.fromEntries(said) };
}
