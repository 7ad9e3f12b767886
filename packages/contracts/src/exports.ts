import * as z from 'zod';
import { listStudentAttendance, getRoster } from './attendance.ts';
import { listBatches } from './batches.ts';
import { listClosures } from './centers.ts';
import { getOccupancy, listCheckIns } from './check-ins.ts';
import { listClassSessions } from './class-sessions.ts';
import { getCurriculum, listCurricula } from './curricula.ts';
import { listDiscounts } from './discounts.ts';
import { listEnrollments } from './enrollments.ts';
import { listFollowUps } from './follow-ups.ts';
import { listImportRows, listImports } from './imports.ts';
import { listInstallments } from './installments.ts';
import { listIntroVisits } from './intro-visits.ts';
import { listInvoices } from './invoices.ts';
import { listLeads } from './leads.ts';
import { type Operation, operation } from './operation.ts';
import { listPayments } from './payments.ts';
import { listPlans } from './plans.ts';
import { Id, LocalDate } from './primitives.ts';
import { getSkillMatrix, listSkillHistory } from './progress.ts';
import { listRenewals } from './renewals.ts';
import { listBatchReportCards, listReportCards } from './report-cards.ts';
import { listStudents } from './students.ts';
import { listUsers } from './users.ts';

/** What a file is of → the list that shows it: the file takes its filters, its order and its permission. */
export const exportedLists = {
  leads: listLeads,
  'follow-ups': listFollowUps,
  'intro-visits': listIntroVisits,
  students: listStudents,
  enrollments: listEnrollments,
  renewals: listRenewals,
  batches: listBatches,
  sessions: listClassSessions,
  roster: getRoster,
  'student-attendance': listStudentAttendance,
  closures: listClosures,
  invoices: listInvoices,
  installments: listInstallments,
  payments: listPayments,
  discounts: listDiscounts,
  plans: listPlans,
  curricula: listCurricula,
  curriculum: getCurriculum,
  'skill-matrix': getSkillMatrix,
  'skill-history': listSkillHistory,
  'report-cards': listReportCards,
  'batch-report-cards': listBatchReportCards,
  'check-ins': listCheckIns,
  inside: getOccupancy,
  users: listUsers,
  imports: listImports,
  'import-rows': listImportRows,
} satisfies Record<string, Operation>;
export type ExportedList = keyof typeof exportedLists;

const days = { from: LocalDate.optional(), to: LocalDate.optional() };
/** Registers of the whole center, which no list shows at once. */
export const exportedRegisters = {
  guardians: { permission: 'contacts:read', query: z.strictObject({ studentId: Id.optional() }) },
  attendance: {
    permission: 'attendance:read',
    query: z.strictObject({ ...days, studentId: Id.optional(), batchId: Id.optional() }),
  },
  skills: { permission: 'progress:read', query: z.strictObject({ ...days, studentId: Id.optional() }) },
  'make-ups': { permission: 'attendance:read', query: z.strictObject({ ...days, studentId: Id.optional() }) },
} satisfies Record<string, Pick<Operation, 'permission' | 'query'>>;
export type ExportedRegister = keyof typeof exportedRegisters;
export type ExportedKind = ExportedList | ExportedRegister;

/** What may be asked of a kind: which one it is of, and its filters; its pages are the file's own matter. */
export interface ExportedTable {
  permission: Operation['permission'];
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
}
export const exportedTables: Record<ExportedKind, ExportedTable> = { ...exportedLists, ...exportedRegisters };

const kinds = Object.keys(exportedTables);
const ofPaging = ['limit', 'cursor'];
const namesOf = (schema: z.ZodType | undefined) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
const filters = [
  ...new Set(
    Object.values(exportedTables).flatMap(({ params, query }) =>
      [...namesOf(params), ...namesOf(query)].filter((name) => !ofPaging.includes(name)),
    ),
  ),
];

export const exportRows = operation({
  id: 'exportRows',
  method: 'GET',
  path: '/exports/:file',
  permission: 'exports:run',
  tag: 'Imports',
  summary: `A list with its filters, all pages of it, as CSV or XLSX, noted in the audit log: ${kinds.join(', ')}. Who may not read the list is refused; id says whose, where the list is of one`,
  params: z.strictObject({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list written here is not empty
    file: z.enum(kinds.flatMap((kind) => [`${kind}.csv`, `${kind}.xlsx`]) as [string, ...string[]]),
  }),
  query: z.strictObject(Object.fromEntries(filters.map((name) => [name, z.string().max(200).optional()]))),
  answer: z.unknown(),
  media: { answer: 'application/octet-stream' },
  problems: ['not_found'],
});
