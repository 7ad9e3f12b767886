'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import styles from './today.module.css';

interface DeskColumnProps<Item> {
  title: string;
  /** How many there are in all; the items may be the first few. */
  count: number;
  /** The list behind the count; null where this column is the list and opens in full. */
  href: string | null;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Asks for the items beyond the first few, where the column is the list. */
  onOpenAll?: () => void;
  /** One sentence where there is nothing. */
  none: string;
  note?: ReactNode;
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
  onOpenAll,
  children,
}: DeskColumnProps<Item>) {
  const t = useTranslations('today');
  const [isOpen, setOpen] = useState(false);
  const toggle = () => {
    setOpen(!isOpen);
    onOpenAll?.();
  };
  const words = t('desk.all', { count });
  return (
    <section className={`cw-card ${styles.column}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {href && (
          <Link className={styles.all} href={href} prefetch={false} aria-label={`${words}: ${title}`}>
            {words}
          </Link>
        )}
        {!href && items.length > 0 && (
          <button type="button" className={styles.all} aria-expanded={isOpen} onClick={toggle}>
            {words}
          </button>
        )}
      </header>
      {note}
      {items.length === 0 ? (
        <p className={styles.small}>{none}</p>
      ) : (
        <ul className={styles.items}>
          {items.slice(0, isOpen ? undefined : SHOWN).map((item) => (
            <li key={keyOf(item)}>{children(item)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
