export interface PaymentRecorded {
  paymentId: string;
  invoiceId: string;
  studentId: string;
}

declare module '../../platform/events/events.ts' {
  interface EventMap {
    'payment.recorded': PaymentRecorded;
  }
}
