'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorCard } from './problem-notice.tsx';
import { Loading } from './state-views.tsx';

interface QueryViewProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** For the error card: "The student could not be loaded". */
  failure: ReactNode;
  loading?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Loading, error, or the data. What was loaded once stays on the screen when a later refresh fails. */
export function QueryView<Data>({ query, failure, loading = <Loading />, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorCard problem={query.error} title={failure} onRetry={() => void query.refetch()} />;
  return loading;
}
