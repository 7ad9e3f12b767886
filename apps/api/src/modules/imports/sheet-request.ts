import type { Import } from '@cartwheel/contracts';
import type { ImportKind } from '@cartwheel/sheets';
import type { AnyRecord } from './import-context.ts';

/** What is asked of the process that reads files. */
export interface SheetRequest {
  bytes: Uint8Array;
  fileName: string;
  encoding: string | null;
  kind: ImportKind;
  place: { country: string; currency: string; skillNames: string[] };
  choice: { sheet?: string[] | undefined; headerRow?: number | undefined };
  /** Column index → field, or null to leave it out; columns that are not named stay as suggested. */
  mapping: Record<string, string | null>;
  dateOrder: Import['dateOrder'];
  defaults: Record<string, string>;
  valueMap: Record<string, Record<string, string>>;
  today: string;
  /** By which the center knows them. */
  batchNames: string[];
}

export type RecognisedColumn = Import['columns'][number];

export type Recognised = Pick<
  Import,
  | 'format'
  | 'encoding'
  | 'delimiter'
  | 'sheets'
  | 'sheet'
  | 'headerRow'
  | 'columns'
  | 'dateOrder'
  | 'dateOrderProven'
  | 'dateSamples'
  | 'values'
  | 'warnings'
> &
  // Not told by those that were read before it was known.
  Partial<Pick<Import, 'titledBatches'>>;

export interface RowReason {
  field: string | null;
  code: string;
  message: string;
}

/** One child of one row, read but not yet imported. */
export interface StagedRow {
  sheet: string;
  rowNumber: number;
  child: number | null;
  outcome: 'OK' | 'ERROR' | 'SKIP';
  cells: Record<string, string>;
  reasons: RowReason[];
  warnings: RowReason[];
  record: AnyRecord | null;
}

export type SheetAnswer =
  | { done: true; recognised: Recognised }
  | { done: true; rows: StagedRow[] }
  | { done: false; code: string; message: string };
