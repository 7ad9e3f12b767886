import { InvoiceScreen } from '../../../../../features/payments/invoice-screen.tsx';

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  return <InvoiceScreen id={(await params).id} />;
}
