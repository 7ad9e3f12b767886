'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { FieldProblem } from '../../lib/api-problem.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { type Choices, conversionOf, discountIn, questionOf } from './choices.ts';
import { useConversion, useConvert, useQuote } from './queries.ts';
import { halfDiscount, useSaving } from './use-saving.ts';

interface EnrollingProps {
  known: NonNullable<ReturnType<typeof useConversion>['data']>;
  choices: Choices;
}

/** An enquiry on its way to a plan: what it would cost, and one act that makes it so. */
export function useEnrolling({ known: { lead }, choices }: EnrollingProps) {
  const t = useTranslations('convert');
  const discount = discountIn(choices, useReasonWords());
  const [question] = useDebouncedValue(JSON.stringify(questionOf(choices, discount)), 200);
  const quoting = useQuote(JSON.parse(question));
  const { convert, converted, ...writing } = useConvert(lead.id);
  const needsGuardian = !lead.guardians.some((guardian) => guardian.hasContact);
  const toPay = quoting.quote?.total.amountMinor ?? 0;
  const body = () => conversionOf(choices, { discount, toPay, needsGuardian });
  const saving = useSaving({
    choices,
    quoting,
    writing,
    check: async () => [
      ...missing(choices, needsGuardian, t('needed')),
      ...(await bodyProblems('convertLead', body())),
    ],
    send: () => convert(body()),
  });
  return { ...saving, needsGuardian, converted };
}

export function useReasonWords() {
  const t = useTranslations('convert');
  return { sibling: t('reason.sibling'), earlyBird: t('reason.earlyBird'), other: t('reason.other') };
}

/** What the contract leaves open but a family must have, or a started discount lacks. */
function missing(choices: Choices, needsGuardian: boolean, message: string): FieldProblem[] {
  const paths = [
    needsGuardian && !choices.guardian.phone.trim() && 'guardian.phone',
    halfDiscount(choices) && 'enrollment.discount.reason',
  ].filter((path) => typeof path === 'string');
  return paths.map((path) => ({ path, message, code: 'needed' }));
}
