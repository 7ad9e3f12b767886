import type { ImportKind } from '@cartwheel/sheets';

/** Beside the fields, what a file cannot say: chosen with the defaults. */
export const WHEN_FULL = 'whenFull';
export const WITHOUT_PLACE = 'WITHOUT_PLACE';
export const ON_EXISTING = 'onExisting';
export const UPDATE = 'UPDATE';
export const MISSING_SESSION = 'missingSession';
export const CREATE = 'CREATE';
export const VISITS = 'visits';
export const USE = 'USE';
export const CURRICULUM = 'curriculum';

export const optionsOf: Record<ImportKind, readonly string[]> = {
  LEADS: [],
  STUDENTS: [WHEN_FULL],
  ATTENDANCE: [ON_EXISTING, MISSING_SESSION, VISITS],
  SKILLS: [CURRICULUM],
};
