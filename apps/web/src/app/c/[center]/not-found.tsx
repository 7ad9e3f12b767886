import { NotFound } from '../../../components/state-views.tsx';

export default function CenterNotFoundPage() {
  return <NotFound isPage />;
}
