import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  /** One line below the title. */
  subtitle?: ReactNode;
  /** Before the title, for example a person's initials. */
  lead?: ReactNode;
  /** Chips and switches beside the title. */
  beside?: ReactNode;
  /** Buttons on the right; the one primary act of the screen last. */
  actions?: ReactNode;
}

export function PageHeader({ title, subtitle, lead, beside, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {lead}
      <div className={styles.words}>
        <h1>{title}</h1>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      {beside && <div className={styles.beside}>{beside}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
