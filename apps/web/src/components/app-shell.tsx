'use client';

import { useDeviceSetting } from '../lib/device-setting.ts';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './app-shell.module.css';
import { Brand } from './brand.tsx';
import { type NavItem, NavList } from './nav-list.tsx';
import { TabBar } from './tab-bar.tsx';

interface AppShellProps {
  /** In order of use; the first four stand in the tab bar of a phone, the others behind "More". */
  nav: readonly NavItem[];
  /** At the foot of the rail. */
  footNav?: readonly NavItem[];
  home: string;
  centerSwitcher: ReactNode;
  search: ReactNode;
  /** At the right of the top bar, before the user menu: sync state, things due. */
  status?: ReactNode;
  userMenu: ReactNode;
  children: ReactNode;
}

/** The screen alone, for a device that stands where everybody may touch it. */
export function BareShell({ children }: { children: ReactNode }) {
  return (
    <main id="screen" tabIndex={-1}>
      {children}
      <Portal />
    </main>
  );
}

/** Mantine hangs menus, dialogs and lists in here, so that they belong to the page's main landmark. */
function Portal() {
  return <div data-portal="true" data-mantine-shared-portal-node="true" />;
}

/** Rail on the left, bar on top, tabs below on a phone; the screen in the middle. */
export function AppShell({
  nav,
  footNav = [],
  home,
  centerSwitcher,
  search,
  status,
  userMenu,
  children,
}: AppShellProps) {
  const t = useTranslations('design');
  const [rail, setRail] = useDeviceSetting<'wide' | 'narrow'>('rail', 'wide');
  const isNarrow = rail === 'narrow';
  const RailIcon = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <div className={styles.app} data-rail={rail}>
      <a className="cw-skip" href="#screen">
        {t('skipToContent')}
      </a>
      <nav className={styles.rail} aria-label={t('mainNavigation')}>
        <Brand href={home} />
        <NavList items={nav} />
        <div className={styles.foot}>
          <NavList items={footNav} />
          <button
            type="button"
            className={styles.fold}
            aria-expanded={!isNarrow}
            onClick={() => setRail(isNarrow ? 'wide' : 'narrow')}
          >
            <RailIcon size={20} stroke={1.9} aria-hidden />
            <span>{t(isNarrow ? 'showLabels' : 'hideLabels')}</span>
          </button>
        </div>
      </nav>
      <header className={styles.top}>
        {centerSwitcher}
        <div className={styles.search}>{search}</div>
        <div className={styles.right}>
          {status}
          {userMenu}
        </div>
      </header>
      <main id="screen" className={styles.screen} tabIndex={-1}>
        {children}
        <Portal />
      </main>
      <TabBar items={[...nav, ...footNav]} />
    </div>
  );
}
