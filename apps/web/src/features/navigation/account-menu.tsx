'use client';

import { UserMenu } from '../../components/user-menu.tsx';
import { useSession } from '../../lib/session.tsx';
import { useSignOut } from './queries.ts';

export function AccountMenu() {
  const { user } = useSession();
  const { signOut } = useSignOut();
  return <UserMenu name={user.name} detail={user.email} onSignOut={signOut} />;
}
