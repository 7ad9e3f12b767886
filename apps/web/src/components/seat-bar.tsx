import styles from './seat-bar.module.css';

interface SeatBarProps {
  taken: number;
  capacity: number;
}

/** How full a class is, as a picture beside the words that say it. */
export function SeatBar({ taken, capacity }: SeatBarProps) {
  const share = capacity > 0 ? Math.min(100, (taken / capacity) * 100) : 0;
  return (
    <span className={styles.bar} aria-hidden>
      <span className={styles.fill} style={{ '--share': `${share}%` }} />
    </span>
  );
}
