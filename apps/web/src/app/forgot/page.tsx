import { ForgotScreen } from '../../features/auth/forgot-screen.tsx';

export default function ForgotPage() {
  return <ForgotScreen />;
}
