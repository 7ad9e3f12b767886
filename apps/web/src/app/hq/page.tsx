import { HqScreen } from '../../features/hq/hq-screen.tsx';

export default function HqPage() {
  return <HqScreen />;
}
