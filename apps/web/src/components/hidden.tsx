import type { ReactNode } from 'react';
import styles from './hidden.module.css';

/** Words for screen readers where sighted people read them from the picture. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
