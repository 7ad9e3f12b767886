import type { DecimalMark } from '@cartwheel/domain/money';
import type { Cell } from './workbook.ts';

const PROOFS: [DecimalMark, RegExp][] = [
  ['.', /,\d{3}\.\d|\.\d{1,2}(?!\d)|(?:,\d{2,3}){2}(?!\d)/],
  [',', /\.\d{3},\d|,\d{1,2}(?![\d,])|(?:\.\d{3}){2}(?!\d)/],
];

/** How a file writes decimals, when its amounts prove it; undefined when they prove nothing or both. */
export function detectDecimalMark(cells: readonly Cell[]): DecimalMark | undefined {
  const texts = cells.filter(({ kind }) => kind === 'TEXT').map(({ text }) => text.trim());
  const proven = PROOFS.filter(([, proof]) => texts.some((text) => proof.test(text)));
  return proven.length === 1 ? proven[0]?.[0] : undefined;
}
