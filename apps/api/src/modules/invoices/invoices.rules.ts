import { percentOf } from '@cartwheel/domain/money';

export interface InvoiceDraft {
  studentId: string;
  enrollmentId: string | null;
  lines: { description: string; priceMinor: number }[];
}

export interface Charges {
  subtotalMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
}

/** Tax is on what is left after the discount. */
export function chargesOf(subtotalMinor: number, discountMinor: number, taxBasisPoints: number): Charges {
  const taxMinor = percentOf(subtotalMinor - discountMinor, taxBasisPoints);
  return { subtotalMinor, discountMinor, taxMinor, totalMinor: subtotalMinor - discountMinor + taxMinor };
}

/** 'KOR-2026-27/0001'. The prefix is the center's. */
export function numberOf(series: string, financialYear: string, sequence: number): string {
  return `${series}${financialYear}/${String(sequence).padStart(4, '0')}`;
}

export interface Part {
  id: string;
  amountMinor: number;
}

/** Takes an amount out of parts, the first ones first; what is left of each, zero included. Untouched parts are not named. */
export function takeFrom(parts: readonly Part[], amountMinor: number): (Part & { leftMinor: number })[] {
  const taken: (Part & { leftMinor: number })[] = [];
  let wanted = amountMinor;
  for (const part of parts) {
    if (wanted <= 0) break;
    const amount = Math.min(part.amountMinor, wanted);
    if (amount <= 0) continue;
    wanted -= amount;
    taken.push({ id: part.id, amountMinor: amount, leftMinor: part.amountMinor - amount });
  }
  return taken;
}
