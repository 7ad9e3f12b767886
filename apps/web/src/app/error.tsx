'use client';

import { CrashedPage } from '../features/navigation/crashed-page.tsx';

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <CrashedPage error={error} onRetry={reset} />;
}
