import { BatchesScreen } from '../../../../features/batches/batches-screen.tsx';

export default function BatchesPage() {
  return <BatchesScreen />;
}
