'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentType } from 'react';
import styles from './nav-list.module.css';

export interface NavItem {
  href: string;
  label: string;
  icon: ComponentType<{ size: number; stroke?: number; 'aria-hidden': true }>;
  /** How many wait there; 0 is not shown. */
  count?: number;
}

export function NavList({ items }: { items: readonly NavItem[] }) {
  const here = usePathname();
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            className={styles.link}
            title={item.label}
            prefetch={false}
            {...(isWithin(here, item.href) && { 'aria-current': 'page' })}
          >
            <item.icon size={20} stroke={1.9} aria-hidden />
            <span>{item.label}</span>
            {item.count ? <b>{item.count}</b> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** `/hq` is a page and the beginning of others, so it is current only itself. */
export function isWithin(here: string, href: string): boolean {
  if (here === href) return true;
  return href.split('/').length > 2 && here.startsWith(`${href}/`);
}
