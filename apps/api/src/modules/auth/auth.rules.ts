const FREE_FAILURES = 5;
const STEP_SECONDS = 30;
const LONGEST_SECONDS = 15 * 60;

/** How long an account is locked after so many wrong passwords in a row. */
export function lockSeconds(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_SECONDS, STEP_SECONDS * (failures - FREE_FAILURES));
}
