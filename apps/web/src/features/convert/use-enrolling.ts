'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useFieldText } from '../../components/form-problems.tsx';
import type { FieldProblem } from '../../lib/api-problem.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { type Choices, conversionOf, discountIn, questionOf } from './choices.ts';
import { useConversion, useConvert, useQuote } from './queries.ts';

interface EnrollingProps {
  known: NonNullable<ReturnType<typeof useConversion>['data']>;
  choices: Choices;
}

/** Price while choosing, checks before saving, saving once. */
export function useEnrolling({ known: { lead }, choices }: EnrollingProps) {
  const t = useTranslations('convert');
  const textOf = useFieldText();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const words = { sibling: t('reason.sibling'), earlyBird: t('reason.earlyBird'), other: t('reason.other') };
  const discount = discountIn(choices, words);
  const [question] = useDebouncedValue(JSON.stringify(questionOf(choices, discount)), 200);
  const { quote, isFresh, error: quoteError } = useQuote(JSON.parse(question));
  const { convert, converted, error, isPending, isChecking } = useConvert(lead.id);
  const needsGuardian = !lead.guardians.some((guardian) => guardian.hasContact);
  const toPay = quote?.total.amountMinor ?? 0;
  const amount = choices.method === 'LATER' ? 0 : (choices.amountMinor ?? toPay);

  const save = async () => {
    if (isPending || !quote || !isFresh) return;
    const body = conversionOf(choices, { discount, toPay, needsGuardian });
    const found = [...missing(choices, needsGuardian, t('needed')), ...(await bodyProblems('convertLead', body))];
    setProblems(found);
    if (found.length === 0) convert(body);
  };
  useCtrlEnter(() => void save());

  const errorAt = (path: string): string | undefined => {
    const found = [...problems, ...(error?.errors ?? [])].find((one) => one.path === path);
    return found && (found.code === 'needed' ? found.message : textOf(found));
  };
  return {
    submit: (event: FormEvent) => {
      event.preventDefault();
      void save();
    },
    retry: () => void save(),
    errorAt,
    errors: Object.fromEntries([...problems, ...(error?.errors ?? [])].map((one) => [one.path, errorAt(one.path)])),
    quote,
    isFresh,
    quoteError,
    amount,
    needsGuardian,
    converted,
    error,
    isPending,
    isChecking,
  };
}

/** What the contract leaves open but a family must have, or a started discount lacks. */
function missing({ guardian, discount }: Choices, needsGuardian: boolean, message: string): FieldProblem[] {
  const isHalf =
    Boolean(discount.value) && (!discount.reason || (discount.reason === 'other' && !discount.otherReason.trim()));
  const paths = [
    needsGuardian && !guardian.phone.trim() && 'guardian.phone',
    isHalf && 'enrollment.discount.reason',
  ].filter((path) => typeof path === 'string');
  return paths.map((path) => ({ path, message, code: 'needed' }));
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
