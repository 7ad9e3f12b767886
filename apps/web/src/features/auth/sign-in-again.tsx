'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useRef } from 'react';
import { useSession, useSignedOut } from '../../lib/session.tsx';

const Dialog = dynamic(() => import('./sign-in-again-dialog.tsx').then((module) => module.SignInAgainDialog), {
  ssr: false,
});

/** Lies over the screen when the session has ended, so that a half-filled form survives. */
export function SignInAgain() {
  const { user } = useSession();
  const isSignedOut = useSignedOut();
  const queries = useQueryClient();
  const wasSignedOut = useRef(false);
  useEffect(() => {
    if (wasSignedOut.current && !isSignedOut) void queries.invalidateQueries();
    wasSignedOut.current = isSignedOut;
  }, [isSignedOut, queries]);
  return isSignedOut ? <Dialog email={user.email} /> : null;
}
