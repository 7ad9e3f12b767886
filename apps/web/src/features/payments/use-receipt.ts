'use client';

import { useState } from 'react';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { openReceipt } from './queries.ts';

/** Opens an invoice with its receipts as PDF, ready to print. */
export function useReceipt() {
  const textOf = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const print = async (invoiceId: string) => {
    setBusy(true);
    try {
      await openReceipt(invoiceId);
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      toast.failed(textOf(problem));
    } finally {
      setBusy(false);
    }
  };
  return { print, isBusy };
}
