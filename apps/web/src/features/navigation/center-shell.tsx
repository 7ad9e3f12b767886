'use client';

import { IconMapPinOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { AppShell, BareShell } from '../../components/app-shell.tsx';
import { CenterSwitcher } from '../../components/center-switcher.tsx';
import { StateCard } from '../../components/state-card.tsx';
import { CenterProvider, useCenter } from '../../lib/center.tsx';
import { useSession } from '../../lib/session.tsx';
import { AccountMenu } from './account-menu.tsx';
import { allowed, centerDestinations, mayOpen, samePageIn } from '../../lib/destinations.ts';
import { GoKeys } from './go-keys.tsx';
import { rememberLastCenter } from './last-center.ts';
import styles from './plain-page.module.css';
import { StaffFrame } from './staff-frame.tsx';
import { useNavLabels } from '../../lib/nav-labels.ts';

interface CenterShellProps {
  slug: string;
  search: ReactNode;
  signInAgain: ReactNode;
  children: ReactNode;
}

export function CenterShell({ slug, search, signInAgain, children }: CenterShellProps) {
  return (
    <StaffFrame>
      <CenterProvider slug={slug} missing={<NoSuchCenter />}>
        <Shell search={search}>{children}</Shell>
        {signInAgain}
      </CenterProvider>
    </StaffFrame>
  );
}

function Shell({ search, children }: { search: ReactNode; children: ReactNode }) {
  const center = useCenter();
  const { may } = useSession();
  const labels = useNavLabels();
  const base = `/c/${encodeURIComponent(center.slug)}`;
  // Whoever may not run the kiosk keeps the way out of it.
  const isKiosk = usePathname() === `${base}/kiosk` && mayOpen('kiosk', may);
  useEffect(() => rememberLastCenter(center.slug), [center.slug]);
  const items = allowed(centerDestinations, may).map(({ id, path, icon, key }) => ({
    id,
    key,
    href: `${base}/${path}`,
    label: labels(id),
    icon,
  }));
  if (isKiosk) return <BareShell>{children}</BareShell>;
  return (
    <AppShell
      nav={items.filter((item) => item.id !== 'settings')}
      footNav={items.filter((item) => item.id === 'settings')}
      home={`${base}/today`}
      centerSwitcher={<Switcher />}
      search={search}
      userMenu={<AccountMenu />}
    >
      <GoKeys items={items} />
      {children}
    </AppShell>
  );
}

function Switcher() {
  const t = useTranslations('navigation');
  const center = useCenter();
  const { assignments, isSuperAdmin } = useSession();
  const router = useRouter();
  const here = usePathname();
  const centers = assignments.map((assignment) => ({
    id: assignment.centerId,
    name: assignment.centerName,
    onPick: () => router.push(samePageIn(assignment.centerSlug, here)),
  }));
  const all = { id: 'all', name: t('allCenters'), onPick: () => router.push('/hq') };
  return <CenterSwitcher current={center} choices={isSuperAdmin ? [all, ...centers] : centers} />;
}

function NoSuchCenter() {
  const t = useTranslations('app');
  return (
    <main className={styles.page}>
      <StateCard
        icon={IconMapPinOff}
        title={t('noCenter')}
        text={t('noCenterText')}
        isPage
        action={<a href="/">{t('goHome')}</a>}
      />
    </main>
  );
}
