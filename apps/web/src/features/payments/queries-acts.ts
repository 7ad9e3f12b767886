'use client';

import { useWrite } from '../../lib/operation-hooks.ts';
import type { Body, OperationId } from '../../lib/operations.ts';

const money = [
  'getInvoice',
  'listInvoices',
  'listInstallments',
  'listPayments',
  'listDiscounts',
  'getDashboard',
  'getStudent',
  'getStudentTimeline',
  'listEnrollments',
  'listStudentEnrollments',
  'getEnrollment',
] as const satisfies readonly OperationId[];

export function useRecordPayment() {
  const { mutateAsync, isPending, error } = useWrite('recordPayment', { refreshes: money });
  return { record: (body: Body<'recordPayment'>) => mutateAsync({ body }), isPending, error };
}

export function usePlanInstallments(invoiceId: string) {
  const { mutateAsync, isPending, error } = useWrite('planInstallments', { refreshes: money });
  return {
    plan: (installments: Body<'planInstallments'>['installments']) =>
      mutateAsync({ params: { id: invoiceId }, body: { installments } }),
    isPending,
    error,
  };
}

export function useVoidPayment() {
  const { mutateAsync, isPending, error } = useWrite('voidPayment', { refreshes: money });
  return {
    voidPayment: (id: string, reason: string) => mutateAsync({ params: { id }, body: { reason } }),
    isPending,
    error,
  };
}

export function useRefundPayment() {
  const { mutateAsync, isPending, error } = useWrite('refundPayment', { refreshes: money });
  return {
    refund: (id: string, body: Body<'refundPayment'>) => mutateAsync({ params: { id }, body }),
    isPending,
    error,
  };
}

export function useVoidInvoice() {
  const { mutateAsync, isPending, error } = useWrite('voidInvoice', { refreshes: money });
  return {
    voidInvoice: (id: string, reason: string) => mutateAsync({ params: { id }, body: { reason } }),
    isPending,
    error,
  };
}

export function useRequestDiscount() {
  const { mutateAsync, isPending, error } = useWrite('requestDiscount', { refreshes: money });
  return { request: (body: Body<'requestDiscount'>) => mutateAsync({ body }), isPending, error };
}

export function useDecideDiscount() {
  const approval = useWrite('approveDiscount', { refreshes: money });
  const rejection = useWrite('rejectDiscount', { refreshes: money });
  return {
    approve: (id: string) => approval.mutateAsync({ params: { id } }),
    reject: (id: string, reason: string) => rejection.mutateAsync({ params: { id }, body: { reason } }),
    isApproving: approval.isPending,
    isRejecting: rejection.isPending,
    rejectProblem: rejection.error,
  };
}
