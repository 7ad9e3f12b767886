export { closestName } from './closest-name.ts';
export type { Level, MarkStatus } from './mark-words.ts';
export { parseLevel, parseMark } from './mark-words.ts';
export type { Place } from './column-content.ts';
export type { DateFault, DateOptions, DateOrder, DateReading, DetectedDateOrder } from './dates.ts';
export { detectDateOrder, parseDate, usualDateOrder } from './dates.ts';
export type { PassedOverRow, Table, TableColumn, TableRow } from './detect-table.ts';
export { detectTable, titlesOf } from './detect-table.ts';
export { detectTables } from './detect-tables.ts';
export type { DiscountReading } from './discounts.ts';
export { parseDiscount } from './discounts.ts';
export type { ImportField, ImportKind, Relationship } from './fields.ts';
export { dateFields, fieldsOf, gridFields, importFields, importKinds, relationships } from './fields.ts';
export { interpretRows } from './interpret-rows.ts';
export { LIMITS } from './limits.ts';
export type { PaymentMethod } from './payment-methods.ts';
export { parsePaymentMethod, paymentMethods } from './payment-methods.ts';
export type { PlanReading, PlanType } from './plans.ts';
export { parsePlan, planTypes } from './plans.ts';
export type { ReadOptions } from './read-workbook.ts';
export { readWorkbook } from './read-workbook.ts';
export type {
  ChildDetails,
  GuardianDetails,
  InterpretedRow,
  KnownChildRecord,
  LeadRecord,
  MarkRecord,
  PaymentDetails,
  PersonRecord,
  RowNote,
  RowPlace,
  RowProblemCode,
  RowWarningCode,
  SkillRecord,
  StudentRecord,
} from './records.ts';
export { rowProblemCodes, rowWarningCodes } from './records.ts';
export { parseRelationship } from './relationships.ts';
export type { ReadingOptions } from './row-reader.ts';
export type { SheetProblemCode } from './sheet-problem.ts';
export { SheetProblem, sheetProblemCodes } from './sheet-problem.ts';
export type { LeadSource, SourceReading } from './sources.ts';
export { leadSources, parseSource } from './sources.ts';
export type { DeadReason, LeadStatus } from './lead-statuses.ts';
export { deadReasons, leadStatuses } from './lead-statuses.ts';
export type { StatusReading } from './statuses.ts';
export { parseDeadReason, parseStatus } from './statuses.ts';
export type { SuggestedImport, TableChoice } from './suggest-import.ts';
export { dateOrderOf, suggestImport } from './suggest-import.ts';
export type {
  ColumnMapping,
  ColumnSuggestion,
  Confidence,
  MappingWarning,
  SuggestedMapping,
} from './suggest-mapping.ts';
export { suggestMapping } from './suggest-mapping.ts';
export { SHEET_ENCODINGS } from './text-encoding.ts';
export { plainWords } from './wording.ts';
export { parseWeekdays } from './weekdays.ts';
export type { Cell, CellKind, Sheet, SheetWarning, Workbook } from './workbook.ts';
