export const leadStatuses = [
  'DISCOVERY',
  'INTRO_SCHEDULED',
  'INTRO_ATTENDED',
  'NO_SHOW',
  'FOLLOW_UP',
  'ENROLLED',
  'DEAD_LEAD',
] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const deadReasons = [
  'NOT_INTERESTED',
  'COST',
  'TIMING',
  'MOVED_AWAY',
  'CHOSE_COMPETITOR',
  'NO_RESPONSE',
  'OTHER',
] as const;
export type DeadReason = (typeof deadReasons)[number];
