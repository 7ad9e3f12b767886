'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';

/** Pages that a mailed link opens: without its token there is nothing to do on them. */
export function TokenPage({ children }: { children: (token: string) => ReactNode }) {
  const t = useTranslations('auth');
  const token = useSearchParams().get('token');
  if (token) return children(token);
  return (
    <AuthCard title={t('linkIncomplete')} text={t('linkIncompleteText')}>
      <Link href="/login" className={styles.link} prefetch={false}>
        {t('backToSignIn')}
      </Link>
    </AuthCard>
  );
}
