import type { ReactNode } from 'react';
import { Brand } from '../../components/brand.tsx';
import styles from './auth-card.module.css';

interface AuthCardProps {
  title: ReactNode;
  text?: ReactNode;
  children: ReactNode;
  /** Below the card. */
  foot?: ReactNode;
  isWide?: boolean;
}

/** The one card of the pages before signing in. */
export function AuthCard({ title, text, children, foot, isWide }: AuthCardProps) {
  return (
    <main className={styles.page}>
      <Brand href="/login" />
      <div className={`cw-card ${styles.card}`} data-wide={isWide || undefined}>
        <h1>{title}</h1>
        {text && <p className={styles.text}>{text}</p>}
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </main>
  );
}
