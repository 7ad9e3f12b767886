'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
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
    ...read('quoteEnrollment', { body: question ?? { planId: '', startDate: '', batchIds: [], daysSelected: [] } }),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return { quote: question ? quote.data : undefined, isFresh: !quote.isPlaceholderData, error: quote.error };
}

/** One act however often the button is pressed: the same choices go out under the same key. */
export function useConvert(leadId: string) {
  // A second press arrives before React has drawn the first.
  const isUnderWay = useRef(false);
  const { mutate, data, error, isPending, failureCount } = useWrite('convertLead', { refreshes: shown });
  return {
    converted: data,
    error,
    isPending,
    /** An answer did not come; the same request is under way once more. */
    isChecking: isPending && failureCount > 0,
    convert: (body: Body<'convertLead'>) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      const onSettled = () => {
        isUnderWay.current = false;
      };
      mutate({ params: { id: leadId }, body }, { onSettled });
    },
  };
}

/** Invoice and receipt as PDF, in a tab of its own. */
export function openReceipt(invoiceId: string): Promise<void> {
  return openFile('getInvoicePdf', { params: { id: invoiceId } });
}
