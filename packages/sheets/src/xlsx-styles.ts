import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** What a number means when shown with a style. */
export type NumberMeaning = 'NUMBER' | 'DATE' | 'TIME' | 'PERCENT';

/** The meaning of each cell style, by its index. */
export function readStyles(zip: Zip, part: string): NumberMeaning[] {
  const custom = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellFormats = false;
  readXml(zip, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) formatIds.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formatIds.map((id) => meaningOf(id, custom.get(id)));
}

function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code !== undefined) return meaningOfCode(code);
  if (id === 9 || id === 10) return 'PERCENT';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'TIME';
  // The last two ranges are the dates of East Asian locales.
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'DATE' : 'NUMBER';
}

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

export function meaningOfCode(code: string): NumberMeaning {
  const plain = (code.split(';')[0] ?? '').replace(LITERAL, '').toLowerCase();
  if (/general/.test(plain)) return 'NUMBER';
  if (/[yd]/.test(plain) || (/m/.test(plain) && !/[hs0#]/.test(plain))) return 'DATE';
  if (/[hs]/.test(plain)) return 'TIME';
  return plain.includes('%') ? 'PERCENT' : 'NUMBER';
}
