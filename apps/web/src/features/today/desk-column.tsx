'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './today.module.css';

interface DeskColumnProps<Item> {
  title: string;
  /** How many there are in all; the items may be the first few. */
  count: number;
  /** The list behind the count. */
  href: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** One sentence where there is nothing. */
  none: string;
  note?: ReactNode;
  /** Beside the count. */
  act?: ReactNode;
  children: (item: Item) => ReactNode;
}

const SHOWN = 6;

export function DeskColumn<Item>({
  title,
  count,
  href,
  items,
  keyOf,
  none,
  note,
  act,
  children,
}: DeskColumnProps<Item>) {
  const t = useTranslations('today');
  const words = t('desk.all', { count });
  return (
    <section className={`cw-card ${styles.column}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Link className={styles.all} href={href} prefetch={false} aria-label={`${words}: ${title}`}>
          {words}
        </Link>
        {act}
      </header>
      {note}
      {items.length === 0 ? (
        <p className={styles.small}>{none}</p>
      ) : (
        <ul className={styles.items}>
          {items.slice(0, SHOWN).map((item) => (
            <li key={keyOf(item)}>{children(item)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
