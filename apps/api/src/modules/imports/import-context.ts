import type { CenterFacts, KnownBatch, KnownPlan } from './import-places.repository.ts';
import type { RowReason } from './sheet-request.ts';
import type { Outcome } from './imports.rules.ts';

/** What the rows of one file have in common. */
export interface ImportContext {
  fileName: string;
  center: CenterFacts;
  batches: KnownBatch[];
  plans: KnownPlan[];
  staff: { id: string; name: string }[];
  sources: string[];
  financialYearStartMonth: number;
  withoutPlaceWhenFull: boolean;
}

/** What became of one row. */
export interface Imported {
  outcome: Outcome;
  studentId: string | null;
  leadId: string | null;
  reasons: RowReason[];
  warnings: RowReason[];
}

export const noteOf = (field: string | null, code: string, message: string): RowReason => ({ field, code, message });
