'use client';

import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { isWithin, type NavItem } from './nav-list.tsx';
import { Sheet } from './sheet.tsx';
import { NavList } from './nav-list.tsx';
import styles from './tab-bar.module.css';

const SHOWN = 4;

/** The navigation of a phone. */
export function TabBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('design');
  const here = usePathname();
  // Open on one page only, so that going somewhere closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const rest = items.slice(SHOWN);
  return (
    <nav className={styles.bar} aria-label={t('tabs')}>
      {items.slice(0, SHOWN).map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className={styles.tab}
          prefetch={false}
          {...(isWithin(here, item.href) && { 'aria-current': 'page' })}
        >
          <item.icon size={22} stroke={1.9} aria-hidden />
          <span>{item.label}</span>
        </Link>
      ))}
      {rest.length > 0 && (
        <UnstyledButton className={styles.tab} aria-haspopup="dialog" onClick={() => setOpenOn(here)}>
          <IconDots size={22} stroke={1.9} aria-hidden />
          <span>{t('more')}</span>
        </UnstyledButton>
      )}
      <Sheet title={t('more')} isOpen={openOn === here} onClose={() => setOpenOn(null)}>
        <NavList items={rest} />
      </Sheet>
    </nav>
  );
}
