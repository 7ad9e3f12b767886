import type { ComponentType, ReactNode } from 'react';
import styles from './state-card.module.css';

export interface StateCardProps {
  icon: ComponentType<{ size: number; stroke?: number; 'aria-hidden': true }>;
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  /** In place of the whole page, which then has no other heading. */
  isPage?: boolean;
}

/** One sentence in place of content, and what to do about it. */
export function StateCard({ icon: Icon, title, text, action, isPage = false }: StateCardProps) {
  return (
    <div className={styles.card}>
      <Icon size={36} stroke={1.5} aria-hidden />
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
