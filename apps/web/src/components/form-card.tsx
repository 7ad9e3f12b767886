import type { ReactNode } from 'react';
import styles from './form-card.module.css';

interface FormCardProps {
  title?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One group of a form on its own surface, under a name. */
export function FormCard({ title, actions, children }: FormCardProps) {
  return (
    <section className={`cw-card ${styles.card}`}>
      {title && (
        <div className={styles.head}>
          <h2>{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
