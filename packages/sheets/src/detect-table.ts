import { meaningOfHeader } from './headers.ts';
import { namesDay } from './dates.ts';
import { datedHeaders, lookLikeDays, namesDayInPart } from './register-days.ts';
import type { Cell, Sheet } from './workbook.ts';
import { EMPTY_CELL } from './workbook.ts';
import { plainWords } from './wording.ts';

export interface TableColumn {
  /** Zero-based, in the sheet. */
  index: number;
  /** Empty where the sheet names nothing. */
  header: string;
  /** Up to three different cells, as a person reads them. */
  samples: string[];
  /** The share of rows with something in this column, 0 to 1. */
  fillRate: number;
  hidden: boolean;
}

export interface TableRow {
  sheet: string;
  /** As the spreadsheet shows it, from 1. */
  rowNumber: number;
  cells: Cell[];
}

export interface PassedOverRow {
  sheet: string;
  rowNumber: number;
  reason: 'REPEATED_HEADER' | 'SECTION' | 'TOTAL';
  text: string;
}

export interface Table {
  /** The sheets it was read from: several when they have the same columns. */
  sheets: string[];
  /** As the spreadsheet shows it, from 1; null for a sheet without headers. */
  headerRow: number | null;
  columns: TableColumn[];
  rows: TableRow[];
  passedOver: PassedOverRow[];
}

const SEARCHED_ROWS = 40;

/** Finds the table in a sheet, below titles and above totals. `headerRow` (from 1) overrules the search. */
export function detectTable(sheet: Sheet, headerRow?: number): Table {
  const header = headerRow === undefined ? findHeader(sheet) : headerRow - 1;
  const headers = header === null ? [] : datedHeaders(headersAt(sheet, header), titlesOf(sheet, header));
  const start = (header ?? -1) + 1;
  const filled = sheet.rows.slice(start).map((cells, offset) => ({
    sheet: sheet.name,
    rowNumber: start + offset + 1,
    cells,
  }));
  const { rows, passedOver } = sortOut(filled, headers);
  const columns = columnsOf(headers, rows, sheet.hiddenColumns);
  return { sheets: [sheet.name], headerRow: header === null ? null : header + 1, columns, rows, passedOver };
}

export function cellAt(row: TableRow, column: number): Cell {
  return row.cells[column] ?? EMPTY_CELL;
}

export function filledCells(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ kind }) => kind !== 'EMPTY');
}

function findHeader(sheet: Sheet): number | null {
  const scores = sheet.rows.slice(0, SEARCHED_ROWS).map((cells) => headerScore(cells));
  const best = Math.max(0, ...scores);
  const row = scores.indexOf(best);
  // Words nobody knows are headers when data stands right below them.
  const isAboveData = best >= 1 && (scores[row + 1] ?? 0) < 0;
  return best >= 2 || isAboveData ? row : null;
}

/** Known words count most; cells that look like data count against a row. */
function headerScore(cells: readonly Cell[]): number {
  const filled = filledCells(cells);
  if (filled.length === 0) return 0;
  const known = filled.filter(({ text }) => text.length <= 60 && meaningOfHeader(text) !== null).length;
  const areDays = known > 0 && lookLikeDays(filled.map(({ text }) => text));
  const isADay = (cell: Cell) => known > 0 && (isDay(cell) || (areDays && namesDayInPart(cell.text)));
  const data = filled.filter((cell) => looksLikeData(cell) && !isADay(cell)).length;
  const different = new Set(filled.map(({ text }) => plainWords(text))).size;
  const lonely = filled.length === 1 ? 1 : 0;
  return known * 3 + different * 0.5 - data * 4 - lonely * 2;
}

/** Registers name their days beside the headers. */
function isDay(cell: Cell): boolean {
  return cell.kind === 'DATE' || (cell.kind === 'TEXT' && namesDay(cell.text));
}

function looksLikeData({ kind, text }: Cell): boolean {
  if (kind !== 'TEXT') return true;
  return /@|\d{4}|^\W*\d[\d\s.,/-]*$/.test(text) || text.length > 80;
}

/** What stands above the headers, and the name of the sheet. */
export function titlesOf(sheet: Sheet, header: number): string[] {
  const above = sheet.rows.slice(0, header).flatMap((cells) => filledCells(cells).map(({ text }) => text));
  return [...above, sheet.name];
}

/** Names one heading over several columns, such as 'Child' over 'Name' and 'DOB', in front of each. */
function headersAt(sheet: Sheet, header: number): string[] {
  const headers = (sheet.rows[header] ?? []).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const named = headers.filter((text) => text !== '');
  const above = sheet.rows[header - 1] ?? [];
  const isGrouped = new Set(named).size < named.length && filledCells(above).length > 1;
  if (!isGrouped) return headers;
  let group = '';
  return headers.map((text, index) => {
    group = above[index]?.text.trim() || group;
    return text === '' ? '' : `${group} ${text}`.trim();
  });
}

const TOTAL = /^(?:grand |sub)?\s*(?:total|totals|sum|summe|suma|gesamt|somme|count|कुल)\b/i;

function sortOut(filled: TableRow[], headers: string[]): Pick<Table, 'rows' | 'passedOver'> {
  const headerWords = headers.map((header) => plainWords(header)).filter((words) => words !== '');
  const rows: TableRow[] = [];
  const passedOver: PassedOverRow[] = [];
  for (const row of filled) {
    const cells = filledCells(row.cells);
    if (cells.length === 0) continue;
    const reason = isHeaderAgain(cells, headerWords) ? 'REPEATED_HEADER' : reasonToPass(row, cells, headers);
    const text = cells.map((cell) => cell.text).join(' · ');
    if (reason === null) rows.push(row);
    else passedOver.push({ sheet: row.sheet, rowNumber: row.rowNumber, reason, text: text.slice(0, 200) });
  }
  return { rows, passedOver };
}

function reasonToPass(row: TableRow, cells: Cell[], headers: string[]): PassedOverRow['reason'] | null {
  const columns = headers.filter((header) => header !== '').length;
  const isThin = cells.length <= Math.max(2, columns / 3);
  const isSummed =
    cells.slice(1).every(({ text }) => /^[\d.,%\s]{1,6}$/.test(text)) && TOTAL.test(cells[0]?.text ?? '');
  if (isSummed || (isThin && cells.some(({ text }) => TOTAL.test(text.trim())))) return 'TOTAL';
  if (cells.length >= FEWEST_WEEKDAYS && cells.every(({ text }) => isWeekday(text))) return 'REPEATED_HEADER';
  const isAlone = cells.length === 1 && columns >= 3;
  return isAlone && isHeading(row, headers) ? 'SECTION' : null;
}

const FEWEST_WEEKDAYS = 3;
/** A register may name the weekdays below its days. */
const isWeekday = (text: string) =>
  /^(?:m|t|w|f|s|th|tu|su|sa|mo|we|fr|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\.?$/i.test(text.trim());

function isHeaderAgain(cells: Cell[], headerWords: string[]): boolean {
  return cells.length > 1 && cells.every(({ text }) => isHeaderText(plainWords(text), headerWords));
}

/** Under a heading over several columns, only the end of the header is repeated. */
function isHeaderText(words: string, headerWords: string[]): boolean {
  return words !== '' && headerWords.some((header) => header === words || header.endsWith(` ${words}`));
}

/** A lone text is a heading, unless it stands where names stand: then it is a child with nothing else known. */
function isHeading(row: TableRow, headers: string[]): boolean {
  const column = row.cells.findIndex(({ kind }) => kind !== 'EMPTY');
  if (column !== headers.findIndex((header) => header !== '')) return false;
  const attribute = meaningOfHeader(headers[column] ?? '')?.attribute;
  const mayBeName = attribute === 'name' || attribute === 'firstName';
  const text = row.cells[column]?.text ?? '';
  return !mayBeName || /\d|[:*=]|batch|month|class|group/i.test(text) || text === text.toUpperCase();
}

export function columnsOf(headers: string[], rows: TableRow[], hidden: number[]): TableColumn[] {
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const texts = rows.map((row) => cellAt(row, index).text).filter((text) => text !== '');
    return {
      index,
      header: headers[index] ?? '',
      samples: [...new Set(texts)].slice(0, 3).map((text) => text.slice(0, 80)),
      fillRate: rows.length === 0 ? 0 : texts.length / rows.length,
      hidden: hidden.includes(index),
    };
  });
  return columns.filter(({ header, fillRate }) => header !== '' || fillRate > 0);
}
