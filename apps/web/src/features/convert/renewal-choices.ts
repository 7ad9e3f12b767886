import type { Answer, Body } from '../../lib/operations.ts';
import { type Choices, paymentIn, scheduleIn } from './choices.ts';
import type { Batch } from './queries.ts';

interface Known {
  renewal: Answer<'getRenewal'>;
  batches: readonly Batch[];
  /** Null where the same again cannot be sold: the plan, or the class, is not there any more. */
  same: Answer<'quoteRenewal'> | null;
}

/** The same again; where that is not possible, as much of it as there is. */
export function sameChoices({ renewal, batches, same }: Known, today: string): Choices {
  const running = renewal.batches.map(({ id }) => id).filter((id) => batches.some((batch) => batch.id === id));
  return {
    planId: same?.planId ?? '',
    custom: { priceMinor: null, visits: null, freezeDays: 0 },
    batchIds: same?.batchIds ?? running,
    days: same?.daysSelected ?? renewal.daysSelected,
    startDate: same?.startDate ?? today,
    endDate: null,
    discount: { type: 'PERCENT', value: null, reason: null, otherReason: '' },
    method: 'UPI',
    amountMinor: null,
    reference: '',
    installments: null,
    guardian: { name: '', phone: '' },
  };
}

type Question = Body<'quoteRenewal'>;

/** Null while something is missing that the old enrollment does not give. */
export function renewalQuestion(
  { renewal }: Pick<Known, 'renewal'>,
  choices: Choices,
  discount: NonNullable<Question['discount']> | null,
): Question | null {
  const { planId, batchIds, startDate, endDate, days } = choices;
  if ((!planId && renewal.planId) || batchIds.length === 0 || !startDate || days.length === 0) return null;
  return {
    startDate,
    ...(endDate && { endDate }),
    ...(planId && { planId }),
    batchIds: [...batchIds],
    daysSelected: days,
    ...(discount && { discount }),
  };
}

export function renewalOf(question: Question, choices: Choices, toPay: number): Body<'renewEnrollment'> {
  const payment = paymentIn(choices, toPay);
  const installments = scheduleIn(choices, toPay);
  return { ...question, ...(installments && { installments }), ...(payment && { payment }) };
}
