import * as attendance from './attendance.ts';
import * as audit from './audit.ts';
import * as auth from './auth.ts';
import * as batches from './batches.ts';
import * as centers from './centers.ts';
import * as dashboard from './dashboard.ts';
import * as enrollments from './enrollments.ts';
import * as followUps from './follow-ups.ts';
import * as imports from './imports.ts';
import * as introVisits from './intro-visits.ts';
import * as invoices from './invoices.ts';
import * as leads from './leads.ts';
import type { Operation } from './operation.ts';
import * as search from './search.ts';
import * as students from './students.ts';
import * as users from './users.ts';

export * from './attendance.ts';
export * from './audit.ts';
export * from './auth.ts';
export * from './batches.ts';
export * from './centers.ts';
export * from './dashboard.ts';
export * from './enrollments.ts';
export * from './examples.ts';
export * from './follow-ups.ts';
export * from './imports.ts';
export * from './intro-visits.ts';
export * from './invoices.ts';
export * from './leads.ts';
export * from './operation.ts';
export * from './permissions.ts';
export * from './primitives.ts';
export * from './problems.ts';
export * from './search.ts';
export * from './students.ts';
export * from './users.ts';

const domains = {
  auth,
  centers,
  users,
  students,
  leads,
  introVisits,
  followUps,
  search,
  batches,
  attendance,
  enrollments,
  invoices,
  imports,
  audit,
  dashboard,
};

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'method' in value && 'permission' in value && 'answer' in value;

/** Every endpoint there is, in the order in which the domains are listed. */
export const operations: readonly Operation[] = Object.values(domains).flatMap((domain) =>
  Object.values<unknown>(domain).filter(isOperation),
);
