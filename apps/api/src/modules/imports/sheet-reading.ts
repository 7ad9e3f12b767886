import {
  type ColumnMapping,
  dateFields,
  dateOrderOf,
  detectDateOrder,
  fieldsOf,
  gridFields,
  type ImportField,
  type ImportKind,
  type InterpretedRow,
  interpretRows,
  readWorkbook,
  SheetProblem,
  type SuggestedImport,
  suggestImport,
  type Table,
  type TableRow,
  type Workbook,
} from '@cartwheel/sheets';
import type { Recognised, RecognisedColumn, SheetRequest, StagedRow } from './sheet-request.ts';
import { titledBatches } from './titled-batch.rules.ts';
import { valuesToTranslate } from './sheet-values.ts';

const MAX_SAMPLES = 5;
const MAX_SHOWN = 500;
const systemCodes = new Set(['SYSTEM_COLUMN', 'HIDDEN_COLUMN']);

interface Read {
  workbook: Workbook;
  suggested: SuggestedImport;
  table: Table;
  mapping: ColumnMapping[];
}

/** What stands in a file, and what of it is taken for what. */
export function recognise(request: SheetRequest): Recognised {
  const read = readFile(request);
  const { workbook, suggested, table, mapping } = read;
  const order = dateOrderOf(table, mapping);
  const isProven = order !== 'AMBIGUOUS' && order !== 'MIXED';
  const samples = dateSamples(table, mapping);
  return {
    format: workbook.format,
    encoding: workbook.encoding ?? null,
    delimiter: workbook.delimiter ?? null,
    sheets: workbook.sheets.map(({ name, rows, hidden }) => ({ name, rows: rows.length, hidden })),
    sheet: table.sheets,
    headerRow: table.headerRow,
    columns: columnsOf(read),
    dateOrder: isProven ? order : suggested.assumedDateOrder,
    dateOrderProven: isProven,
    dateSamples: samples,
    values: valuesToTranslate(table, mapping, request),
    warnings: warningsOf(read, order, samples),
    titledBatches: Object.fromEntries(batchesOf(read, request)),
  };
}

/** Every row of the file as what it says. */
export function stage(request: SheetRequest): StagedRow[] {
  const { workbook, table, mapping, suggested } = readFile(request);
  const { country, currency } = request.place;
  const order = dateOrderOf(table, mapping);
  const assumed = order === 'AMBIGUOUS' || order === 'MIXED' ? suggested.assumedDateOrder : order;
  const rows = interpretRows(request.kind, table, mapping, {
    country,
    currency,
    today: request.today,
    dateOrder: request.dateOrder ?? assumed,
    ...(workbook.date1904 !== undefined && { date1904: workbook.date1904 }),
    defaults: onlyFields(request.defaults, request.kind),
    valueMap: onlyFields(request.valueMap, request.kind),
  });
  const batches = batchesOf({ workbook, table, mapping }, request);
  const written = new Map(table.rows.map((row) => [`${row.sheet}/${row.rowNumber}`, row]));
  const cellColumns = mapping.filter(({ field }) => field !== null && field === gridFields[request.kind]);
  return rows.map((row) => {
    const record = [row.mark, row.skill].find((one) => one !== null);
    if (record) record.batch ??= batches.get(row.sheet) ?? null;
    const own = written.get(`${row.sheet}/${row.rowNumber}`);
    const others = cellColumns.flatMap(({ column }) => (column === row.column ? [] : [column]));
    return staged(row, own ? shownCells(table, own, new Set(others)) : {});
  });
}

/** What the titles say where no column does. */
function batchesOf({ workbook, table, mapping }: Omit<Read, 'suggested'>, { kind, batchNames }: SheetRequest) {
  const isAsked = kind === 'ATTENDANCE' || kind === 'SKILLS';
  if (!isAsked || mapping.some(({ field }) => field === 'batch')) return new Map<string, string>();
  return titledBatches(workbook.sheets, table, batchNames);
}

function readFile({ bytes, fileName, encoding, kind, place, choice, mapping: chosen }: SheetRequest): Read {
  const workbook = readWorkbook(bytes, fileName, encoding ? { encoding } : {});
  const [sheet] = choice.sheet ?? [];
  const suggested = suggestImport(workbook, kind, place, {
    ...(sheet !== undefined && { sheet }),
    ...(choice.headerRow !== undefined && { headerRow: choice.headerRow }),
  });
  if (!suggested) throw new SheetProblem('empty_file', 'There are no rows in this file.');
  const table = onlySheets(suggested.table, choice.sheet);
  const mapping = suggested.columns.map(({ column, field, child, relationship, guardian }) => {
    const own = chosen[String(column)];
    if (own === undefined || own === field) return { column, field, child, relationship, guardian };
    return { column, field: isField(own, kind) ? own : null, child, relationship, guardian };
  });
  return { workbook, suggested, table, mapping };
}

function onlySheets(table: Table, names: readonly string[] | undefined): Table {
  if (!names || names.length === table.sheets.length) return table;
  const missing = names.find((name) => !table.sheets.includes(name));
  if (missing) throw new SheetProblem('malformed_file', `“${missing}” has other columns: import it on its own.`);
  return { ...table, sheets: [...names], rows: table.rows.filter((row) => names.includes(row.sheet)) };
}

function columnsOf({ suggested, mapping }: Read): RecognisedColumn[] {
  const left = new Set(suggested.warnings.filter(({ code }) => systemCodes.has(code)).map(({ column }) => column));
  return suggested.columns.map(({ column, header, samples, fillRate, field, confidence }, index) => {
    const own = mapping[index]?.field ?? null;
    const suggestedConfidence = own === null && left.has(column) ? ('IGNORED' as const) : confidence;
    return {
      index: column,
      header: header.toWellFormed(),
      samples: samples.map((sample) => sample.slice(0, MAX_SHOWN).toWellFormed()),
      filled: fillRate,
      field: own,
      confidence: own === field ? suggestedConfidence : own === null ? ('UNMAPPED' as const) : ('SURE' as const),
    };
  });
}

/** Texts that tell what is at stake when day and month change places. */
function dateSamples(table: Table, mapping: readonly ColumnMapping[]): string[] {
  const columns = mapping.filter(({ field }) => field !== null && dateFields.includes(field));
  const texts = table.rows.flatMap((row) => columns.map(({ column }) => row.cells[column]));
  const ambiguous = texts.filter((cell) => cell?.kind === 'TEXT' && detectDateOrder([cell]) === 'AMBIGUOUS');
  return [...new Set(ambiguous.map((cell) => cell?.text ?? ''))].slice(0, MAX_SAMPLES);
}

function warningsOf({ workbook, suggested, table, mapping }: Read, order: string, samples: string[]): string[] {
  const names = mapping.some(({ field }) => field === 'childName' || field === 'childFirstName');
  return [
    ...workbook.warnings.map(({ message }) => message),
    ...suggested.warnings.map(({ message }) => message),
    ...(names ? [] : ['No column is the child’s name. Choose one.']),
    ...(order === 'AMBIGUOUS' && samples.length > 0
      ? ['The dates may be read in two ways. Say whether the day or the month comes first.']
      : []),
    ...(order === 'MIXED' ? ['Some dates have the day first and some the month. Check those that are left out.'] : []),
    ...suggested.otherTables.map(({ sheets }) => `“${sheets.join('”, “')}” is not part of this table and left out.`),
    ...table.passedOver
      .filter(({ reason }) => reason === 'TOTAL')
      .map(({ sheet, rowNumber }) => `Row ${rowNumber} of “${sheet}” is a total and left out.`),
  ].map((text) => text.toWellFormed());
}

function staged(row: InterpretedRow, cells: Record<string, string>): StagedRow {
  const { sheet, rowNumber, child, outcome, problems, warnings } = row;
  const isReason = ({ code }: { code: string }) => code === 'repeated_row' || code === 'nothing_to_import';
  return {
    sheet,
    rowNumber,
    child,
    outcome,
    cells,
    reasons: outcome === 'SKIP' ? [...problems, ...warnings.filter(isReason)] : problems,
    warnings: outcome === 'SKIP' ? warnings.filter((warning) => !isReason(warning)) : warnings,
    record: outcome === 'OK' ? (row.lead ?? row.student ?? row.mark ?? row.skill) : null,
  };
}

/** As a person reads them; of the cells of a register only the one that is told about. */
function shownCells(table: Table, row: TableRow, others: ReadonlySet<number>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const { index, header } of table.columns) {
    const text = row.cells[index]?.text ?? '';
    if (text === '' || others.has(index)) continue;
    const name = (header || `Column ${index + 1}`).toWellFormed();
    shown[name in shown ? `${name} (${index + 1})` : name] = text.slice(0, MAX_SHOWN).toWellFormed();
  }
  return shown;
}

const isField = (name: string | null, kind: ImportKind): name is ImportField =>
  fieldsOf[kind].some((field) => field === name);

function onlyFields<T>(given: Record<string, T>, kind: ImportKind): Record<string, T> {
  return Object.fromEntries(Object.entries(given).filter(([field]) => isField(field, kind)));
}
