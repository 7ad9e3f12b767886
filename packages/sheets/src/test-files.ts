import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

/** What a test writes into a cell: a number with `style` is shown as a date, a percentage or a time. */
export type Written = string | number | boolean | null | { raw: string };

export interface WrittenSheet {
  name?: string;
  rows: Written[][];
  state?: 'hidden' | 'veryHidden';
  /** Instead of rows. */
  xml?: string;
}

export const STYLES = { date: 1, percent: 2, time: 3, custom: 4 };

/** A number with a style, such as a date's serial. */
export function styled(number: number, style: keyof typeof STYLES): Written {
  return { raw: `<c s="${STYLES[style]}"><v>${number}</v></c>` };
}

export function raw(cell: string): Written {
  return { raw: cell };
}

export interface WrittenWorkbook {
  sheets: WrittenSheet[];
  date1904?: boolean;
  sharedStrings?: string;
  /** Further parts of the zip, or replacements of its parts. */
  parts?: Record<string, string>;
}

export function xlsx({ sheets, date1904 = false, sharedStrings, parts = {} }: WrittenWorkbook): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, date1904),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): Relation => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles', 'styles.xml'],
      ['strings', 'sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES_XML,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': sharedStrings }),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)])),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export function csv(rows: (string | number | null)[][], delimiter = ','): Uint8Array {
  const line = (row: (string | number | null)[]) =>
    row.map((value) => quoteCsv(String(value ?? ''), delimiter)).join(delimiter);
  return strToU8(rows.map(line).join('\r\n'));
}

export function sample(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

type Relation = [id: string, type: string, target: string];

function relations(entries: Relation[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const xml = entries.map(([id, kind, to]) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${to}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml.join('')}</Relationships>`;
}

function workbookXml(sheets: WrittenSheet[], date1904: boolean): string {
  const entries = sheets.map(({ name, state }, index) => {
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  return `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`;
}

function sheetXml({ rows, xml }: WrittenSheet): string {
  if (xml !== undefined) return xml;
  const lines = rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`);
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(value: Written): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'object') return value.raw;
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function quoteCsv(text: string, delimiter: string): string {
  const isPlain = !text.includes(delimiter) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

const STYLES_XML = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yyyy;@"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
