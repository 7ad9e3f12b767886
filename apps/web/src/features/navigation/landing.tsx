'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { NotFound } from '../../components/state-views.tsx';
import { type Session, useSession } from '../../lib/session.tsx';
import { lastCenter } from './last-center.ts';
import { StaffFrame } from './staff-frame.tsx';
import styles from './plain-page.module.css';

export function Landing() {
  return (
    <StaffFrame>
      <ToOwnStart />
    </StaffFrame>
  );
}

function ToOwnStart() {
  const router = useRouter();
  const start = startOf(useSession(), lastCenter());
  useEffect(() => {
    if (start) router.replace(start);
  }, [start, router]);
  return start ? null : (
    <main className={styles.page}>
      <NotFound isPage />
    </main>
  );
}

/** Super admins start across centers; everybody else in the center they were in last, or their first. */
export function startOf(session: Pick<Session, 'isSuperAdmin' | 'assignments'>, last: string | null): string | null {
  if (session.isSuperAdmin) return '/hq';
  const known = session.assignments.find((assignment) => assignment.centerSlug === last) ?? session.assignments[0];
  return known ? `/c/${encodeURIComponent(known.centerSlug)}/today` : null;
}
