'use client';

import { CrashedPage } from '../features/navigation/crashed-page.tsx';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <CrashedPage onRetry={reset} />;
}
