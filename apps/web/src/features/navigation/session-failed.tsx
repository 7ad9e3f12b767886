'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { leaveTo } from '../../lib/leave.ts';
import styles from './plain-page.module.css';

/** Without a session there is nothing to lose on the page, so it leads to the login and back here. */
export function SessionFailed({ problem, onRetry }: { problem: Error; onRetry: () => void }) {
  const t = useTranslations('app');
  const here = usePathname();
  const isSignedOut = problem instanceof ApiProblem && problem.status === 401;
  useEffect(() => {
    if (isSignedOut) leaveTo(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`);
  }, [isSignedOut, here]);
  if (isSignedOut) return null;
  return (
    <main className={styles.page}>
      <ErrorCard problem={problem} title={t('sessionFailed')} onRetry={onRetry} />
    </main>
  );
}
