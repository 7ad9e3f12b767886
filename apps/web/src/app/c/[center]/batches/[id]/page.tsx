import { PrintPasses } from '../../../../../features/check-ins/print-passes.tsx';
import { BatchScreen } from '../../../../../features/batches/batch-screen.tsx';

export default async function BatchPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <BatchScreen id={id} acts={<PrintPasses batchId={id} />} />;
}
