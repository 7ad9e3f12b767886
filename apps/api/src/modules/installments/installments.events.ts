/** `remind`: the center wants the family to hear of it. */
export interface InstallmentOverdue {
  installmentId: string;
  invoiceId: string;
  studentId: string;
  remind: boolean;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'installment.falls-due': { installmentId: string };
    'installment.overdue': InstallmentOverdue;
  }
}
