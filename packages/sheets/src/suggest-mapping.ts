import type { Place } from './column-content.ts';
import { contentShare, strictFields } from './column-content.ts';
import { candidatesFor, candidatesWithoutHeader } from './field-candidates.ts';
import type { Cell } from './workbook.ts';
import type { Table, TableColumn } from './detect-table.ts';
import { cellAt, filledCells } from './detect-table.ts';
import { saysNothing } from './cell-readings.ts';
import type { ImportField, ImportKind, Relationship } from './fields.ts';
import { childFields, gridFields, joinedFields } from './fields.ts';
import { closestName } from './closest-name.ts';
import { namesDay } from './dates.ts';
import type { HeaderMeaning } from './headers.ts';
import { meaningOfHeader } from './headers.ts';
import { quoted } from './wording.ts';

export type Confidence = 'SURE' | 'CHECK' | 'UNMAPPED';

export interface ColumnMapping {
  /** Zero-based, in the sheet. */
  column: number;
  field: ImportField | null;
  /** Which of several children in a row, from 1; null for what all children of the row share. */
  child?: number | null;
  /** Whose name, phone or e-mail it is, where the header says so. */
  relationship?: Relationship | null;
  /** 2 for a second parent; null for the first. */
  guardian?: number | null;
}

export interface ColumnSuggestion extends ColumnMapping {
  header: string;
  samples: string[];
  fillRate: number;
  confidence: Confidence;
}

export interface MappingWarning {
  column: number;
  code: 'SYSTEM_COLUMN' | 'HIDDEN_COLUMN' | 'SECOND_COLUMN';
  message: string;
}

export interface SuggestedMapping {
  columns: ColumnSuggestion[];
  warnings: MappingWarning[];
}

interface Examined {
  column: TableColumn;
  cells: Cell[];
  meaning: HeaderMeaning | null;
}

/** Proposes what each column is, from the words of its header and from what stands below it. */
export function suggestMapping(kind: ImportKind, table: Table, place: Place): SuggestedMapping {
  const examined = table.columns.map((column) => examine(table, column));
  const hasChildName = examined.some(({ meaning }) => namesChild(meaning));
  const proposed = examined.map((column) => propose(column, { kind, place, hasChildName }));
  const { columns, warnings } = withoutRivals(proposed);
  return { columns, warnings: [...examined.flatMap((column) => warningsAbout(column)), ...warnings] };
}

function examine(table: Table, column: TableColumn): Examined {
  const filled = filledCells(table.rows.map((row) => cellAt(row, column.index)));
  const cells = filled.filter(({ text }) => !saysNothing(text));
  return { column, cells, meaning: meaningOfHeader(column.header) };
}

function namesChild(meaning: HeaderMeaning | null): boolean {
  return meaning?.person === 'CHILD' && (meaning.attribute === 'name' || meaning.attribute === 'firstName');
}

interface Proposing {
  kind: ImportKind;
  place: Place;
  hasChildName: boolean;
}

function propose({ column, cells, meaning }: Examined, { kind, place, hasChildName }: Proposing): ColumnSuggestion {
  const { header, samples, fillRate, index } = column;
  const grid = column.hidden ? null : gridFieldOf(kind, header, place);
  if (grid) return { column: index, field: grid, header, samples, fillRate, confidence: 'SURE' };
  const candidates = meaning
    ? candidatesFor(meaning, kind, hasChildName)
    : candidatesWithoutHeader(kind, header === '');
  const shares = candidates.map((field) => ({ field, share: contentShare(cells, field, place) }));
  const best = meaning ? byHeader(shares, cells.length) : byContent(shares);
  const field = best && !column.hidden ? best.field : null;
  return {
    column: index,
    field,
    child: field ? childOf(field, meaning) : null,
    relationship: meaning?.person === 'MOTHER' || meaning?.person === 'FATHER' ? meaning.person : null,
    guardian: meaning?.guardian ?? null,
    header,
    samples,
    fillRate,
    confidence: field && best ? best.confidence : 'UNMAPPED',
  };
}

/** Registers have a column for each day; sheets of progress one for each skill. */
function gridFieldOf(kind: ImportKind, header: string, { skillNames = [] }: Place): ImportField | null {
  if (kind === 'ATTENDANCE') return namesDay(header) ? 'mark' : null;
  const isSkill = kind === 'SKILLS' && header !== '' && closestName(header, skillNames) !== null;
  return isSkill ? 'level' : null;
}

// Of fewer cells, all may be wrong by accident.
const CELLS_THAT_TELL = 5;

interface Share {
  field: ImportField;
  share: number | null;
}

type Choice = { field: ImportField; confidence: Confidence } | null;

/** The first field the cells agree with; else the first, to be checked, unless no cell could be one. */
function byHeader(shares: Share[], examined: number): Choice {
  const agreeing = shares.find(({ share }) => share === null || share >= 0.6);
  if (agreeing) return { field: agreeing.field, confidence: 'SURE' };
  const isTelling = examined >= CELLS_THAT_TELL;
  const possible = shares.find(
    ({ field, share }) => !isTelling || (share ?? 1) >= 0.2 || !strictFields.includes(field),
  );
  return possible ? { field: possible.field, confidence: 'CHECK' } : null;
}

function byContent(shares: Share[]): Choice {
  const telling = shares.find(({ share }) => share !== null && share >= 0.8);
  return telling ? { field: telling.field, confidence: 'CHECK' } : null;
}

function childOf(field: ImportField, meaning: HeaderMeaning | null): number | null {
  const isAboutChild = meaning?.person === 'CHILD' || childFields.some((known) => known === field);
  return isAboutChild ? (meaning?.child ?? null) : null;
}

/** Two columns cannot both be the name: the fuller of the surer ones stays. A second phone is another phone. */
function withoutRivals(proposed: ColumnSuggestion[]): SuggestedMapping {
  const taken = new Map<string, ColumnSuggestion>();
  const warnings: MappingWarning[] = [];
  const byStrength = proposed.toSorted((a, b) => strength(b) - strength(a) || a.column - b.column);
  const settled = byStrength.map((suggestion) => {
    const { field } = suggestion;
    if (!field || joinedFields.includes(field) || Object.values(gridFields).includes(field)) return suggestion;
    const free = freeField(suggestion, taken);
    if (free === null) warnings.push(secondColumn(suggestion, taken.get(slotOf(suggestion))));
    const kept = free === null ? { ...suggestion, field: null, confidence: 'UNMAPPED' as const } : free;
    if (kept.field) taken.set(slotOf(kept), kept);
    return kept;
  });
  return { columns: settled.toSorted((a, b) => a.column - b.column), warnings };
}

function freeField(suggestion: ColumnSuggestion, taken: Map<string, ColumnSuggestion>): ColumnSuggestion | null {
  if (!taken.has(slotOf(suggestion))) return suggestion;
  const next = nextField(suggestion);
  const other = next && { ...suggestion, field: next };
  return other && !taken.has(slotOf(other)) ? other : null;
}

/** Without headers, the second column of names is the parents'. */
function nextField({ field, header }: ColumnSuggestion): ImportField | null {
  if (field === 'phone') return 'phone2';
  if (field === 'fees' && /paid|received/i.test(header)) return 'amountPaid';
  return field === 'childName' && header === '' ? 'guardianName' : null;
}

function slotOf({ field, child, relationship, guardian }: ColumnMapping): string {
  return `${field}/${child ?? 1}/${relationship ?? ''}/${guardian ?? 1}`;
}

function strength({ confidence, fillRate }: ColumnSuggestion): number {
  return (confidence === 'SURE' ? 2 : 0) + fillRate;
}

function secondColumn(loser: ColumnSuggestion, winner: ColumnSuggestion | undefined): MappingWarning {
  const message = `${quoted(loser.header)} looks like the same as ${quoted(winner?.header ?? '')} and is left out.`;
  return { column: loser.column, code: 'SECOND_COLUMN', message };
}

function warningsAbout({ column, meaning }: Examined): MappingWarning[] {
  const { index, header } = column;
  if (column.hidden) {
    return [
      {
        column: index,
        code: 'HIDDEN_COLUMN',
        message: `${quoted(header)} is hidden in the workbook and left out.`,
      },
    ];
  }
  if (meaning?.attribute !== 'system') return [];
  return [{ column: index, code: 'SYSTEM_COLUMN', message: `${quoted(header)} is never imported and left out.` }];
}
