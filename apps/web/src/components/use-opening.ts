'use client';

import { useState } from 'react';
import { useProblemText } from './problem-notice.tsx';
import { toast } from './toasts.tsx';

/** Opens a file in its own tab; says so where that fails. */
export function useOpening<Input extends unknown[]>(openFile: (...input: Input) => Promise<void>) {
  const textOf = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const open = async (...input: Input) => {
    setBusy(true);
    try {
      await openFile(...input);
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      toast.failed(textOf(problem));
    } finally {
      setBusy(false);
    }
  };
  return { open: (...input: Input) => void open(...input), isBusy };
}
