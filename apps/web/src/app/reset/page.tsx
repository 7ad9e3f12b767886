import { ResetScreen } from '../../features/auth/reset-screen.tsx';

export default function ResetPage() {
  return <ResetScreen />;
}
