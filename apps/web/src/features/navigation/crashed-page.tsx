'use client';

import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateCard } from '../../components/state-card.tsx';
import styles from './plain-page.module.css';

export function CrashedPage({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('app');
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
