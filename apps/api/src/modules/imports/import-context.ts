import type { LeadRecord, MarkRecord, SkillRecord, StudentRecord } from '@cartwheel/sheets';
import { Problem } from '../../platform/problems/problem.ts';
import type { CenterFacts, KnownBatch, KnownPlan, KnownSkill } from './import-places.repository.ts';
import type { RowReason } from './sheet-request.ts';
import type { Outcome } from './imports.rules.ts';

/** What the rows of one file have in common. */
export interface ImportContext {
  fileName: string;
  center: CenterFacts;
  batches: KnownBatch[];
  plans: KnownPlan[];
  staff: { id: string; name: string }[];
  /** Of the curriculum that was chosen. */
  skills: KnownSkill[];
  options: Record<string, string>;
  sources: string[];
  financialYearStartMonth: number;
  withoutPlaceWhenFull: boolean;
}

export type AnyRecord = LeadRecord | StudentRecord | MarkRecord | SkillRecord;

export interface RowToImport<Read = AnyRecord> {
  rowNumber: number;
  record: Read;
}

/** Brings the rows of one kind in. */
export interface RowsImporter<Read = AnyRecord> {
  /** Until the unit of work ends nobody else writes down whom these rows are about. */
  takeTurns(rows: readonly RowToImport<Read>[], context: ImportContext): Promise<void>;
  /** Rows that share none of these have nothing to do with each other. */
  keysOf(row: RowToImport<Read>, context: ImportContext): string[];
  /** Many rows that have nothing to do with each other, all or none; answers in their order. */
  bringIn(rows: readonly RowToImport<Read>[], context: ImportContext): Promise<Imported[]>;
}

/** Thrown before anything is written: these of the rows, by position, must be brought in one by one, after the others. */
export class OneByOne extends Error {
  constructor(readonly positions: ReadonlySet<number>) {
    super('These rows must be brought in one by one');
  }
}

/** What became of one row. */
export interface Imported {
  outcome: Outcome;
  studentId: string | null;
  leadId: string | null;
  reasons: RowReason[];
  warnings: RowReason[];
}

/** Why a row cannot come in, by a code that groups it with the others of its kind. */
export const refusedAs = (path: string, code: string, message: string): Problem =>
  new Problem('validation_failed', { errors: [{ path, message, code }] });

export const noteOf = (field: string | null, code: string, message: string): RowReason => ({ field, code, message });
