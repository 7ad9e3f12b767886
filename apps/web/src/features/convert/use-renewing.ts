'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { bodyProblems } from '../../lib/contract-check.ts';
import { type Choices, discountIn } from './choices.ts';
import { type useRenewal, useRenew, useRenewalQuote } from './queries.ts';
import { renewalOf, renewalQuestion } from './renewal-choices.ts';
import { useReasonWords } from './use-enrolling.ts';
import { halfDiscount, useSaving } from './use-saving.ts';

interface RenewingProps {
  known: NonNullable<ReturnType<typeof useRenewal>['data']>;
  choices: Choices;
}

/** A plan on its way to the next one. */
export function useRenewing({ known, choices }: RenewingProps) {
  const t = useTranslations('convert');
  const { enrollmentId } = known.renewal;
  const asked = renewalQuestion(known, choices, discountIn(choices, useReasonWords()));
  const [question] = useDebouncedValue(JSON.stringify(asked), 200);
  const quoting = useRenewalQuote(enrollmentId, JSON.parse(question));
  const { renew, renewed, ...writing } = useRenew(enrollmentId);
  const body = () => renewalOf(asked ?? {}, choices, quoting.quote?.total.amountMinor ?? 0);
  const half = { path: 'discount.reason', message: t('needed'), code: 'needed' };
  const saving = useSaving({
    choices,
    quoting,
    writing,
    check: async () => [...(halfDiscount(choices) ? [half] : []), ...(await bodyProblems('renewEnrollment', body()))],
    send: () => renew(body()),
    pathOf: (field) => field.replace(/^enrollment\./, ''),
  });
  return { ...saving, renewed };
}
