import { MagicScreen } from '../../features/auth/magic-screen.tsx';

export default function MagicPage() {
  return <MagicScreen />;
}
