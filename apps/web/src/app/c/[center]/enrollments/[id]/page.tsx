'use client';

import { use } from 'react';
import { EnrollmentScreen } from '../../../../../features/enrollments/enrollment-screen.tsx';
import { InvoicePanel } from '../../../../../features/payments/invoice-panel.tsx';

export default function EnrollmentPage({ params }: { params: Promise<{ id: string }> }) {
  return <EnrollmentScreen id={use(params).id} moneyOf={(invoiceId) => <InvoicePanel id={invoiceId} />} />;
}
