import { NewBatchScreen } from '../../../../../features/batches/new-batch-screen.tsx';

export default function NewBatchPage() {
  return <NewBatchScreen />;
}
