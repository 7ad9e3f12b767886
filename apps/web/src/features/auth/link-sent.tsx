'use client';

import { IconMailCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import styles from './auth-card.module.css';

/** The same words whether the address is known or not. */
export function LinkSent({ text }: { text: string }) {
  const t = useTranslations('auth');
  return (
    <>
      <div role="status" className={styles.done}>
        <IconMailCheck size={24} aria-hidden />
        <p>{text}</p>
      </div>
      <Link href="/login" className={styles.link} prefetch={false}>
        {t('backToSignIn')}
      </Link>
    </>
  );
}
