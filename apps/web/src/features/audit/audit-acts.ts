import type { AuditEntry } from '@cartwheel/contracts';

/** Kinds of record that people speak of, in the order of the filter. */
export const entities = [
  'students',
  'guardians',
  'family_links',
  'leads',
  'intro_visits',
  'follow_ups',
  'batches',
  'class_sessions',
  'bookings',
  'attendance_marks',
  'report_cards',
  'enrollments',
  'renewals',
  'enrollment_freezes',
  'absences',
  'credit_entries',
  'invoices',
  'installments',
  'payments',
  'discounts',
  'plans',
  'center_settings',
  'closures',
  'assignments',
  'centers',
  'exports',
] as const;

const valueIn = (entry: AuditEntry, side: 'before' | 'after', column: string) => entry[side]?.[column] ?? null;
const became = (entry: AuditEntry, column: string) =>
  valueIn(entry, 'before', column) === null && valueIn(entry, 'after', column) !== null;
const ceased = (entry: AuditEntry, column: string) =>
  entry.action === 'UPDATE' && valueIn(entry, 'before', column) !== null && valueIn(entry, 'after', column) === null;
const turned = (entry: AuditEntry, column: string, value: string) =>
  valueIn(entry, 'before', column) !== value && valueIn(entry, 'after', column) === value;

type Rule = [entity: AuditEntry['entity'], act: string, holds: (entry: AuditEntry) => boolean];

const rules: readonly Rule[] = [
  ['discounts', 'approved', (entry) => turned(entry, 'status', 'APPROVED')],
  ['discounts', 'rejected', (entry) => turned(entry, 'status', 'REJECTED')],
  ['payments', 'voided', (entry) => became(entry, 'voided_at')],
  [
    'payments',
    'refunded',
    (entry) => entry.action === 'INSERT' && valueIn(entry, 'after', 'refunds_payment_id') !== null,
  ],
  ['invoices', 'voided', (entry) => became(entry, 'voided_at')],
  ['students', 'merged', (entry) => became(entry, 'merged_into_id')],
  ['students', 'archived', (entry) => became(entry, 'archived_at')],
  ['students', 'restored', (entry) => ceased(entry, 'archived_at')],
  ['leads', 'lost', (entry) => turned(entry, 'status', 'DEAD_LEAD')],
  ['leads', 'enrolled', (entry) => turned(entry, 'status', 'ENROLLED')],
  ['leads', 'moved', (entry) => entry.action === 'UPDATE' && entry.before?.['status'] !== entry.after?.['status']],
  [
    'follow_ups',
    'renewing',
    (entry) => became(entry, 'completed_at') && valueIn(entry, 'after', 'enrollment_id') !== null,
  ],
  ['follow_ups', 'completed', (entry) => became(entry, 'completed_at')],
  ['intro_visits', 'attended', (entry) => became(entry, 'attended_at')],
  ['class_sessions', 'cancelled', (entry) => turned(entry, 'status', 'CANCELLED')],
  ['bookings', 'cancelled', (entry) => entry.action === 'UPDATE' && became(entry, 'cancelled_at')],
  ['enrollments', 'cancelled', (entry) => entry.action === 'UPDATE' && became(entry, 'cancelled_at')],
  ['renewals', 'lost', (entry) => became(entry, 'lost_at')],
  ['renewals', 'reopened', (entry) => ceased(entry, 'lost_at')],
  ['batches', 'archived', (entry) => became(entry, 'archived_at')],
  ['plans', 'archived', (entry) => became(entry, 'archived_at')],
];

/** What somebody did, in one word below the kind of record; INSERT, UPDATE, DELETE or EXPORT when no better word fits. */
export function actOf(entry: AuditEntry): string {
  const rule = rules.find(([entity, , holds]) => entity === entry.entity && holds(entry));
  return rule?.[1] ?? entry.action;
}
