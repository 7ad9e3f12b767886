import { Landing } from '../features/navigation/landing.tsx';

export default function HomePage() {
  return <Landing />;
}
