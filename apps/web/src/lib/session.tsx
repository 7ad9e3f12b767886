'use client';

import type { Me, Permission } from '@cartwheel/contracts';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { type ComponentType, createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { api } from './api.ts';
import { rememberCenters, slugIn } from './center-in-url.ts';
import { isSignedOut, onSessionChange } from './session-renewal.ts';

export type Assignment = Me['assignments'][number];

export interface Session {
  user: Pick<Me, 'id' | 'name' | 'email'>;
  organization: Me['organization'];
  isSuperAdmin: boolean;
  assignments: readonly Assignment[];
  /** In the center of the URL; elsewhere across the organization. */
  permissions: ReadonlySet<Permission>;
  may: (permission: Permission) => boolean;
}

const SessionContext = createContext<Session | null>(null);

/** Who is signed in and what they may do here. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionProvider');
  return session;
}

interface SessionProviderProps {
  children: ReactNode;
  /** Shown until the session is known, and when it could not be loaded. */
  waiting: ReactNode;
  failed: ComponentType<{ problem: Error; onRetry: () => void }>;
}

export function SessionProvider({ children, waiting, failed: Failed }: SessionProviderProps) {
  const me = useQuery({ queryKey: ['session'], queryFn: loadSession, staleTime: 5 * 60_000 });
  const slug = slugIn(usePathname());
  const session = useMemo(() => me.data && sessionOf(me.data, slug), [me.data, slug]);
  if (session) return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
  if (me.error) return <Failed problem={me.error} onRetry={() => void me.refetch()} />;
  return waiting;
}

async function loadSession(): Promise<Me> {
  const me = await api('getMe', { centerId: null });
  rememberCenters(me.assignments);
  return me;
}

export function sessionOf(me: Me, slug: string | undefined): Session {
  const here = me.assignments.find((assignment) => assignment.centerSlug === slug);
  const permissions: ReadonlySet<Permission> = new Set(here?.permissions ?? me.permissions);
  return {
    user: { id: me.id, name: me.name, email: me.email },
    organization: me.organization,
    isSuperAdmin: me.isSuperAdmin,
    assignments: me.assignments,
    permissions,
    may: (permission) => permissions.has(permission),
  };
}

/** True from the moment the API said that the session is over until somebody signs in again. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(onSessionChange, isSignedOut, () => false);
}
