import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './number-tile.module.css';

interface NumberTileProps {
  label: ReactNode;
  value: ReactNode;
  /** The list behind the number. */
  href: string;
  /** A chip with the change or the state. */
  note?: ReactNode;
}

/** A number that matters, as a link to what it counts. */
export function NumberTile({ label, value, href, note }: NumberTileProps) {
  return (
    <Link href={href} className={`cw-card ${styles.tile}`} prefetch={false}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
      {note}
    </Link>
  );
}
