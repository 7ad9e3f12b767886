'use client';

import { useTranslations } from 'next-intl';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';

/** One sentence for every wrong pair, so that nobody learns which addresses exist; a wait says how long. */
export function SignInProblem({ problem }: { problem: Error | null }) {
  const t = useTranslations('auth');
  const seconds = problem instanceof ApiProblem ? problem.retryAfter : undefined;
  const minutes = Math.ceil((seconds ?? 60) / 60);
  return (
    <ProblemNotice
      problem={problem}
      words={{
        invalid_credentials: t('wrongPair'),
        unauthenticated: t('wrongPair'),
        rate_limited: t('locked', { minutes }),
        invalid_token: t('linkExpired'),
      }}
    />
  );
}
