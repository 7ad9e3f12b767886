import type { Batch } from '@cartwheel/contracts';
import type { Body } from '../../lib/operations.ts';
import type { Day } from './batch-words.ts';
import type { BatchChange } from './queries.ts';

export interface BatchValues extends Record<string, unknown> {
  name: string;
  ageMin: number | string;
  ageMax: number | string;
  daysOfWeek: Day[];
  startTime: string;
  endTime: string;
  capacity: number | string;
  trainerUserIds: string[];
  curriculumId: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

export const newBatch: BatchValues = {
  name: '',
  ageMin: '',
  ageMax: '',
  daysOfWeek: [],
  startTime: '16:00',
  endTime: '17:00',
  capacity: 12,
  trainerUserIds: [],
  curriculumId: null,
  startsOn: null,
  endsOn: null,
};

export function valuesOf(batch: Batch): BatchValues {
  const { name, daysOfWeek, startTime, endTime, capacity, startsOn, endsOn } = batch;
  return {
    name,
    ageMin: batch.ageMin ?? '',
    ageMax: batch.ageMax ?? '',
    daysOfWeek,
    startTime,
    endTime,
    capacity,
    trainerUserIds: batch.trainers.map((trainer) => trainer.id),
    curriculumId: batch.curriculum?.id ?? null,
    startsOn,
    endsOn,
  };
}

const numberOrNull = (value: number | string) => (value === '' ? null : Number(value));

export function bodyOf(values: BatchValues): Body<'createBatch'> {
  const { name, daysOfWeek, startTime, endTime, capacity, trainerUserIds, curriculumId, startsOn, endsOn } = values;
  const ages = { ageMin: numberOrNull(values.ageMin), ageMax: numberOrNull(values.ageMax) };
  const spans = { startTime, endTime, startsOn, endsOn };
  return { name: name.trim(), ...ages, daysOfWeek, ...spans, capacity: Number(capacity), trainerUserIds, curriculumId };
}

/** Only what is different from the stored batch. */
export function changesOf(values: BatchValues, batch: Batch): BatchChange {
  const before = Object.entries(bodyOf(valuesOf(batch)));
  const after: Record<string, unknown> = bodyOf(values);
  return Object.fromEntries(
    before.flatMap(([name, value]) =>
      JSON.stringify(after[name]) === JSON.stringify(value) ? [] : [[name, after[name]]],
    ),
  );
}
