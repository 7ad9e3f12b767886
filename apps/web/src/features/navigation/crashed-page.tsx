'use client';

import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { StateCard } from '../../components/state-card.tsx';
import styles from './plain-page.module.css';

export function CrashedPage({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('app');
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className={styles.page} role="alert">
      <StateCard
        icon={IconMoodSad}
        title={t('crashed')}
        text={t('crashedText')}
        isPage
        action={<Button onClick={onRetry}>{t('tryAgain')}</Button>}
      />
    </main>
  );
}
