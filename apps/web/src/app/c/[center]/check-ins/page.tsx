import { CheckInsScreen } from '../../../../features/check-ins/check-ins-screen.tsx';

export default function CheckInsPage() {
  return <CheckInsScreen />;
}
