import { BatchScreen } from '../../../../../features/batches/batch-screen.tsx';

export default async function BatchPage({ params }: { params: Promise<{ id: string }> }) {
  return <BatchScreen id={(await params).id} />;
}
