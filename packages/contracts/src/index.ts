import * as attendance from './attendance.ts';
import * as audit from './audit.ts';
import * as auth from './auth.ts';
import * as batches from './batches.ts';
import * as centers from './centers.ts';
import * as classSessions from './class-sessions.ts';
import * as commentSnippets from './comment-snippets.ts';
import * as checkIns from './check-ins.ts';
import * as curricula from './curricula.ts';
import * as dashboard from './dashboard.ts';
import * as discounts from './discounts.ts';
import * as duplicates from './duplicates.ts';
import * as enrollments from './enrollments.ts';
import * as exports from './exports.ts';
import * as followUps from './follow-ups.ts';
import * as freezes from './freezes.ts';
import * as guardians from './guardians.ts';
import * as hq from './hq.ts';
import * as imports from './imports.ts';
import * as installments from './installments.ts';
import * as introVisits from './intro-visits.ts';
import * as invoices from './invoices.ts';
import * as leads from './leads.ts';
import * as makeUps from './make-ups.ts';
import type { Operation } from './operation.ts';
import * as payments from './payments.ts';
import * as plans from './plans.ts';
import * as progress from './progress.ts';
import * as reportCards from './report-cards.ts';
import * as renewals from './renewals.ts';
import * as search from './search.ts';
import * as students from './students.ts';
import * as timeline from './timeline.ts';
import * as users from './users.ts';

export * from './attendance.ts';
export * from './audit.ts';
export * from './auth.ts';
export * from './batches.ts';
export * from './centers.ts';
export * from './class-sessions.ts';
export * from './comment-snippets.ts';
export * from './check-ins.ts';
export * from './curricula.ts';
export * from './dashboard.ts';
export * from './discounts.ts';
export * from './duplicates.ts';
export * from './enrollments.ts';
export * from './examples.ts';
export * from './exports.ts';
export * from './follow-ups.ts';
export * from './freezes.ts';
export * from './guardians.ts';
export * from './hq.ts';
export * from './imports.ts';
export * from './installments.ts';
export * from './intro-visits.ts';
export * from './invoices.ts';
export * from './leads.ts';
export * from './make-ups.ts';
export * from './operation.ts';
export * from './payments.ts';
export * from './permissions.ts';
export * from './plans.ts';
export * from './primitives.ts';
export * from './problems.ts';
export * from './progress.ts';
export * from './report-card-snapshot.ts';
export * from './report-cards.ts';
export * from './renewals.ts';
export * from './search.ts';
export * from './students.ts';
export * from './timeline.ts';
export * from './users.ts';

const domains = {
  auth,
  centers,
  users,
  students,
  guardians,
  timeline,
  duplicates,
  leads,
  introVisits,
  followUps,
  search,
  batches,
  classSessions,
  attendance,
  checkIns,
  makeUps,
  curricula,
  progress,
  reportCards,
  commentSnippets,
  plans,
  enrollments,
  freezes,
  invoices,
  installments,
  payments,
  discounts,
  imports,
  exports,
  audit,
  renewals,
  dashboard,
  hq,
};

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'method' in value && 'permission' in value && 'answer' in value;

/** Every endpoint there is, in the order in which the domains are listed. */
export const operations: readonly Operation[] = Object.values(domains).flatMap((domain) =>
  Object.values<unknown>(domain).filter(isOperation),
);
