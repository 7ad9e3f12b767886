'use client';

import { toast } from '../../components/toasts.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { leaveTo } from '../../lib/leave.ts';
import { useWrite } from '../../lib/operation-hooks.ts';

export function useSignOut() {
  const textOf = useProblemText();
  const { mutate, isPending } = useWrite('logout', { onDone: () => leaveTo('/login') });
  return {
    isPending,
    signOut: () =>
      mutate(
        {},
        { onError: (problem) => (problem.status === 401 ? leaveTo('/login') : toast.failed(textOf(problem))) },
      ),
  };
}
