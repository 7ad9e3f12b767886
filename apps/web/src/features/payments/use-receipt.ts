'use client';

import { useOpening } from '../../components/use-opening.ts';
import { openReceipt } from './queries.ts';

/** Opens an invoice with its receipts as PDF, ready to print. */
export function useReceipt() {
  const { open, isBusy } = useOpening(openReceipt);
  return { print: open, isBusy };
}
