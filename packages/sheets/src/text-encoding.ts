import { SheetProblem } from './sheet-problem.ts';
import type { SheetWarning } from './workbook.ts';

/** What a person may choose when a text file does not say how it was written. */
export const SHEET_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

export interface DecodedText {
  text: string;
  encoding: string;
  warnings: SheetWarning[];
}

/** A byte order mark decides, then the caller, then strict UTF-8. Never a guess. */
export function decodeText(bytes: Uint8Array, chosen?: string): DecodedText {
  const encoding = markedEncoding(bytes) ?? allowed(chosen) ?? 'utf-8';
  if (!encoding.startsWith('utf-16')) refuseNul(bytes);
  const text = decode(bytes, encoding, chosen);
  if (text.includes('\u0000')) throw nulCharacter();
  return { text, encoding, warnings: brokenCharacters(text) };
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function allowed(chosen: string | undefined): string | null {
  if (chosen === undefined) return null;
  const encoding = chosen.toLowerCase();
  if (SHEET_ENCODINGS.some((known) => known === encoding)) return encoding;
  throw new SheetProblem('encoding_unknown', `“${chosen}” is not an encoding that can be read here.`);
}

function decode(bytes: Uint8Array, encoding: string, chosen: string | undefined): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (chosen === undefined && encoding === 'utf-8') throw unknownEncoding();
    throw new SheetProblem('encoding_wrong', `This file is not written in ${encoding}. Choose another encoding.`);
  }
}

function refuseNul(bytes: Uint8Array): void {
  if (!bytes.includes(0)) return;
  const sample = bytes.subarray(0, 1000);
  // Every other byte of UTF-16 in European languages is NUL.
  if (sample.filter((byte) => byte === 0).length > sample.length / 5) throw unknownEncoding();
  throw nulCharacter();
}

const MOJIBAKE = /Ã[\u0080-\u00bf]|â‚¬|â€[™œ\u009d]|à¤/;

function brokenCharacters(text: string): SheetWarning[] {
  const broken = text.includes('\ufffd') || MOJIBAKE.test(text);
  if (!broken) return [];
  const message = 'Some letters look broken (such as “Ã©” for “é”). Check names, or save the file as UTF-8.';
  return [{ code: 'BROKEN_CHARACTERS', message }];
}

function unknownEncoding(): SheetProblem {
  const message = 'This text file does not say how its letters are written. Choose its encoding.';
  return new SheetProblem('encoding_unknown', message);
}

function nulCharacter(): SheetProblem {
  return new SheetProblem('nul_character', 'This file has characters in it that text files never have.');
}
