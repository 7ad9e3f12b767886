import { SignUpScreen } from '../../features/auth/sign-up-screen.tsx';

export default function SignUpPage() {
  return <SignUpScreen />;
}
