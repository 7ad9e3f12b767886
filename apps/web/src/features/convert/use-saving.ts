'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useFieldText } from '../../components/form-problems.tsx';
import type { ApiProblem, FieldProblem } from '../../lib/api-problem.ts';
import { type Choices, dueToday, scheduleIn } from './choices.ts';
import type { Quote } from './queries.ts';

interface SavingProps {
  choices: Choices;
  quoting: { quote: Quote | undefined; isFresh: boolean; error: Error | null };
  writing: { error: ApiProblem | null; isPending: boolean; isChecking: boolean };
  /** What is wrong before anything is sent. */
  check: () => Promise<readonly FieldProblem[]>;
  send: () => void;
  /** Where a field of the cards stands in what is sent. */
  pathOf?: (field: string) => string;
}

export type Saving = ReturnType<typeof useSaving>;

/** Price while choosing, checks before saving, saving once. */
export function useSaving({ choices, quoting, writing, check, send, pathOf = (field) => field }: SavingProps) {
  const textOf = useFieldText();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { quote, isFresh, error: quoteError } = quoting;
  const { error, isPending, isChecking } = writing;
  const total = quote?.total.amountMinor ?? 0;
  const amount = choices.method === 'LATER' ? 0 : (choices.amountMinor ?? dueToday(choices, total));
  const isPlanned = choices.installments === null || scheduleIn(choices, total) !== null;
  const save = async () => {
    if (isPending || !quote || !isFresh || !isPlanned) return;
    const found = await check();
    setProblems(found);
    if (found.length === 0) send();
  };
  useCtrlEnter(() => void save());
  const all = [...problems, ...(error?.errors ?? [])];
  const textAt = (path: string): string | undefined => {
    const found = all.find((one) => one.path === path);
    return found && (found.code === 'needed' ? found.message : textOf(found));
  };
  return {
    submit: (event: FormEvent) => {
      event.preventDefault();
      void save();
    },
    retry: () => void save(),
    errorAt: (field: string) => textAt(pathOf(field)),
    errors: Object.fromEntries(all.map((one) => [one.path, textAt(one.path)])),
    quote,
    isFresh,
    quoteError,
    /** All is due at once, or the installments add up. */
    isPlanned,
    amount,
    error,
    isPending,
    isChecking,
  };
}

/** A discount that was begun and lacks its reason. */
export function halfDiscount({ discount }: Choices): boolean {
  return Boolean(discount.value) && (!discount.reason || (discount.reason === 'other' && !discount.otherReason.trim()));
}

function useCtrlEnter(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
