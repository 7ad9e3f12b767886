import { CurriculaScreen } from '../../../features/curricula/curricula-screen.tsx';

export default function HqCurriculaPage() {
  return <CurriculaScreen />;
}
