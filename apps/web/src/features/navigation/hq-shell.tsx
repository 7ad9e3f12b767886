'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppShell } from '../../components/app-shell.tsx';
import { CenterSwitcher } from '../../components/center-switcher.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { AccountMenu } from './account-menu.tsx';
import { allowed, hqDestinations } from '../../lib/destinations.ts';
import { GoKeys } from './go-keys.tsx';
import { useNavLabels } from '../../lib/nav-labels.ts';
import { StaffFrame } from './staff-frame.tsx';

export function HqShell({ signInAgain, children }: { signInAgain: ReactNode; children: ReactNode }) {
  return (
    <StaffFrame>
      <Shell>{children}</Shell>
      {signInAgain}
    </StaffFrame>
  );
}

function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('navigation');
  const { may, isSuperAdmin, assignments } = useSession();
  const router = useRouter();
  const labels = useNavLabels();
  const items = allowed(hqDestinations, may).map(({ id, path, icon, key }) => ({
    id,
    key,
    href: path,
    label: labels(id),
    icon,
  }));
  const all = { id: 'all', name: t('allCenters'), onPick: () => router.push('/hq') };
  const centers = assignments.map((assignment) => ({
    id: assignment.centerId,
    name: assignment.centerName,
    onPick: () => router.push(`/c/${encodeURIComponent(assignment.centerSlug)}/today`),
  }));
  return (
    <AppShell
      nav={isSuperAdmin ? items : []}
      home="/"
      centerSwitcher={<CenterSwitcher current={all} choices={[all, ...centers]} />}
      search={null}
      userMenu={<AccountMenu />}
    >
      <GoKeys items={items} />
      {isSuperAdmin ? children : <Forbidden who={t('hqOnly')} isPage />}
    </AppShell>
  );
}
