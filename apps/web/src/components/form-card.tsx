import type { ReactNode } from 'react';
import styles from './form-card.module.css';

/** One group of a form on its own surface, under a name. */
export function FormCard({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className={`cw-card ${styles.card}`}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
