import { percentOf } from '@cartwheel/domain/money';

/** As a person gives it: percent with two decimals, or an amount. */
export interface DiscountTerms {
  type: 'PERCENT' | 'FLAT';
  value: number;
}

/** What is stored: basis points, or minor units. */
export const storedValue = ({ type, value }: DiscountTerms): number =>
  type === 'PERCENT' ? Math.round(value * 100) : value;

/** What a discount takes off a subtotal. A percentage is always of the whole, however many discounts there are. */
export function worthOf(terms: DiscountTerms, subtotalMinor: number): number {
  return terms.type === 'PERCENT' ? percentOf(subtotalMinor, storedValue(terms)) : terms.value;
}

/** Small discounts on one invoice count together, so that nobody slices a large one. */
export function needsApproval(worthMinor: number, givenMinor: number, thresholdMinor: number): boolean {
  return worthMinor > 0 && worthMinor + givenMinor > thresholdMinor;
}
