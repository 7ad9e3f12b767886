'use client';

import { leaveTo } from '../../lib/leave.ts';
import { useWrite } from '../../lib/operation-hooks.ts';
import { safeNext } from '../../lib/page-security.ts';
import { markRenewed } from '../../lib/session-renewal.ts';

/** Signing in always loads the application from scratch, so that nothing of an earlier person stays. */
function enter(next?: string | null): void {
  markRenewed();
  leaveTo(safeNext(next) ?? '/');
}

export function useLogin(next: string | null) {
  const { mutate, error, isPending, isSuccess } = useWrite('login', { onDone: () => enter(next) });
  return {
    error,
    isPending: isPending || isSuccess,
    signIn: (email: string, password: string) => mutate({ body: { email, password } }),
  };
}

/** Signs in again over a screen that stays as it is. */
export function useLoginAgain(onDone?: () => void) {
  const enterAgain = () => {
    markRenewed();
    onDone?.();
  };
  const { mutate, error, isPending } = useWrite('login', { onDone: enterAgain });
  return { error, isPending, signIn: (email: string, password: string) => mutate({ body: { email, password } }) };
}

export function useRequestMagicLink() {
  const { mutate, error, isPending, isSuccess } = useWrite('requestMagicLink');
  return { error, isPending, isSent: isSuccess, mailLink: (email: string) => mutate({ body: { email } }) };
}

export function useConsumeMagicLink() {
  const { mutate, error, isPending, isSuccess } = useWrite('consumeMagicLink', { onDone: () => enter() });
  return { error, isPending: isPending || isSuccess, signIn: (token: string) => mutate({ body: { token } }) };
}

export function useRequestPasswordReset() {
  const { mutate, error, isPending, isSuccess } = useWrite('requestPasswordReset');
  return { error, isPending, isSent: isSuccess, mailLink: (email: string) => mutate({ body: { email } }) };
}

export function useConsumePasswordReset() {
  const { mutate, error, isPending, isSuccess } = useWrite('consumePasswordReset');
  return {
    error,
    isPending,
    isChanged: isSuccess,
    setPassword: (token: string, password: string) => mutate({ body: { token, password } }),
  };
}

export function useAcceptInvite() {
  const { mutate, error, isPending, isSuccess } = useWrite('acceptInvite', { onDone: () => enter() });
  return {
    error,
    isPending: isPending || isSuccess,
    accept: (token: string, password: string, name: string) =>
      mutate({ body: { token, password, ...(name && { name }) } }),
  };
}

export function useSignUp() {
  const { mutate, error, isPending, isSuccess } = useWrite('signUp', { onDone: () => enter() });
  return { error, isPending: isPending || isSuccess, signUp: mutate };
}
