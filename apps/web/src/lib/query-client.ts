import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

/** A refusal stays a refusal; only a missing or overloaded API is asked again. */
export function isWorthRetrying(failures: number, failure: Error): boolean {
  if (failures >= 2) return false;
  return failure instanceof ApiProblem && (failure.code === 'offline' || failure.status >= 502);
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: isWorthRetrying, networkMode: 'always' },
    },
  });
}
