'use client';

import { IconMapPinOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateCard } from '../../components/state-card.tsx';
import styles from './plain-page.module.css';

export function MissingPage() {
  const t = useTranslations('app');
  return (
    <main className={styles.page}>
      <StateCard icon={IconMapPinOff} title={t('notFound')} action={<a href="/">{t('goHome')}</a>} isPage />
    </main>
  );
}
