'use client';

import { keepPreviousData, type UseMutationResult, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiProblem } from '../../lib/api-problem.ts';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import { openFile } from '../../lib/save-file.ts';
import type { Answer, Body, OperationId } from '../../lib/operations.ts';

const shown = [
  'getLead',
  'getLeadBoard',
  'listLeads',
  'listStudents',
  'listEnrollments',
  'listBatches',
  'listClassSessions',
  'listInvoices',
  'listPayments',
  'getDashboard',
  'listRenewals',
  'getRenewal',
  'getRenewalSummary',
  'listFollowUps',
  'listStudentEnrollments',
  'getStudent',
] as const satisfies readonly OperationId[];

export type Plan = Answer<'listPlans'>['items'][number];
export type Batch = Answer<'listBatches'>['items'][number];
export type Quote = Answer<'quoteEnrollment'>;
export type Converted = Answer<'convertLead'>;

/** All that the page starts from: the lead, the price list, the classes, and where the child tried one. */
export function useConversion(leadId: string) {
  const lead = useQuery(read('getLead', { params: { id: leadId } }));
  const plans = useQuery(read('listPlans', { query: { active: 'true', limit: 200 } }));
  const batches = useQuery(read('listBatches', { query: { active: 'true', limit: 200 } }));
  const tried = lead.data?.introVisits
    .filter((visit) => visit.status === 'ATTENDED')
    .toSorted((one, other) => other.scheduledAt.localeCompare(one.scheduledAt))[0];
  const sessionId = tried?.classSessionId ?? null;
  const session = useQuery({
    ...read('getClassSession', { params: { id: sessionId ?? '' } }),
    enabled: sessionId !== null,
  });
  const all = [lead, plans, batches];
  const isReady = lead.data && plans.data && batches.data && (sessionId === null || !session.isPending);
  return {
    data: isReady
      ? {
          lead: lead.data,
          plans: plans.data.items,
          batches: batches.data.items,
          tried: tried && { ...tried, batchId: session.data?.batchId ?? null },
        }
      : undefined,
    error: all.find((one) => one.error)?.error ?? null,
    retry: () => {
      for (const one of all) void one.refetch();
    },
  };
}

type Question = Body<'quoteEnrollment'>;

/** Price, end, classes and places for what is chosen; the last answer stays while the next is on its way. */
export function useQuote(question: Question | null) {
  const quote = useQuery({
    ...read('quoteEnrollment', { body: question ?? { startDate: '', batchIds: [], daysSelected: [] } }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return { quote: question ? quote.data : undefined, isFresh: !quote.isPlaceholderData, error: quote.error };
}

type Act<Input, Done> = Pick<
  UseMutationResult<Done, ApiProblem, Input>,
  'mutate' | 'data' | 'error' | 'isPending' | 'failureCount'
>;

/** One act however often the button is pressed: the same choices go out under the same key. */
function useOnce<Input, Done>({ mutate, data, error, isPending, failureCount }: Act<Input, Done>) {
  // A second press arrives before React has drawn the first.
  const isUnderWay = useRef(false);
  return {
    done: data,
    error,
    isPending,
    /** An answer did not come; the same request is under way once more. */
    isChecking: isPending && failureCount > 0,
    run: (input: Input) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      const onSettled = () => {
        isUnderWay.current = false;
      };
      mutate(input, { onSettled });
    },
  };
}

export function useConvert(leadId: string) {
  const { done, run, ...state } = useOnce(useWrite('convertLead', { refreshes: shown }));
  return { ...state, converted: done, convert: (body: Body<'convertLead'>) => run({ params: { id: leadId }, body }) };
}

export function useRenew(enrollmentId: string) {
  const { done, run, ...state } = useOnce(useWrite('renewEnrollment', { refreshes: shown }));
  return {
    ...state,
    renewed: done,
    renew: (body: Body<'renewEnrollment'>) => run({ params: { id: enrollmentId }, body }),
  };
}

/** All that renewing starts from: what ends, the price list, the classes, and what the same again would be. */
export function useRenewal(enrollmentId: string, enabled: boolean) {
  const params = { id: enrollmentId };
  const renewal = useQuery({ ...read('getRenewal', { params: { enrollmentId } }), enabled });
  const plans = useQuery({ ...read('listPlans', { query: { active: 'true', limit: 200 } }), enabled });
  const batches = useQuery({ ...read('listBatches', { query: { active: 'true', limit: 200 } }), enabled });
  const same = useQuery({ ...read('quoteRenewal', { params, body: {} }), enabled, retry: false });
  const all = [renewal, plans, batches];
  const isReady = renewal.data && plans.data && batches.data && !same.isPending;
  return {
    data: isReady
      ? { renewal: renewal.data, plans: plans.data.items, batches: batches.data.items, same: same.data ?? null }
      : undefined,
    error: all.find((one) => one.error)?.error ?? null,
    retry: () => {
      for (const one of all) void one.refetch();
    },
  };
}

/** As `useQuote`, for a renewal. */
export function useRenewalQuote(enrollmentId: string, question: Body<'quoteRenewal'> | null) {
  const quote = useQuery({
    ...read('quoteRenewal', { params: { id: enrollmentId }, body: question ?? {} }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return { quote: question ? quote.data : undefined, isFresh: !quote.isPlaceholderData, error: quote.error };
}

/** Invoice and receipt as PDF, in a tab of its own. */
export function openReceipt(invoiceId: string): Promise<void> {
  return openFile('getInvoicePdf', { params: { id: invoiceId } });
}
