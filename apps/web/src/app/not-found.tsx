import { MissingPage } from '../features/navigation/missing-page.tsx';

export default function NotFoundPage() {
  return <MissingPage />;
}
