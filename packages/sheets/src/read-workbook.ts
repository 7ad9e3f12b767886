import { readDelimited } from './delimited.ts';
import { LIMITS } from './limits.ts';
import { SheetProblem } from './sheet-problem.ts';
import type { Workbook } from './workbook.ts';
import { readXlsx } from './xlsx.ts';

const TEXT_FORMATS: Record<string, 'CSV' | 'TXT'> = { csv: 'CSV', txt: 'TXT', tsv: 'TXT', tab: 'TXT' };
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];

export interface ReadOptions {
  /** One of SHEET_ENCODINGS, after a text file was refused with encoding_unknown. */
  encoding?: string;
}

/** Reads a file that a person chose. Throws a SheetProblem for anything that is no sane spreadsheet. */
export function readWorkbook(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Workbook {
  if (bytes.length === 0) throw new SheetProblem('empty_file', 'This file is empty.');
  if (bytes.length > LIMITS.fileBytes) throw new SheetProblem('file_too_large', 'This file is larger than 10 MB.');

  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = TEXT_FORMATS[extension];
  const isWorkbook = extension === 'xlsx' || extension === 'xlsm';
  if (startsWith(bytes, OLE_MAGIC)) throw oldOrProtected(isWorkbook);
  if (startsWith(bytes, ZIP_MAGIC) && (isWorkbook || format)) return readXlsx(bytes);
  if (!format) throw unsupported(isWorkbook);
  const name = fileName.slice(0, -extension.length - 1);
  return readDelimited({ bytes, name, format, ...options });
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function oldOrProtected(isWorkbook: boolean): SheetProblem {
  if (isWorkbook) return new SheetProblem('protected_file', 'This workbook has a password. Save it without one.');
  return new SheetProblem('unsupported_file', 'This is an old Excel file. Save it as .xlsx or .csv, then retry.');
}

function unsupported(isWorkbook: boolean): SheetProblem {
  const what = isWorkbook ? 'This file says it is an Excel workbook, but is not.' : 'This file is no spreadsheet.';
  return new SheetProblem('unsupported_file', `${what} Choose an .xlsx or a .csv file.`);
}
