import type { LostReason } from './queries.ts';

/** In the order in which families say them. */
export const lostReasons = [
  'COST',
  'TIMING',
  'LOST_INTEREST',
  'MOVED_AWAY',
  'CHOSE_COMPETITOR',
  'HEALTH',
  'NO_RESPONSE',
  'OTHER',
] as const satisfies readonly LostReason[];
