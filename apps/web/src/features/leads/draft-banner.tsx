'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './intake.module.css';

interface DraftBannerProps {
  at: string;
  onRestore: () => void;
  onDrop: () => void;
}

export function DraftBanner({ at, onRestore, onDrop }: DraftBannerProps) {
  const t = useTranslations('leads');
  const format = useFormatting();
  return (
    <div className={styles.banner} role="status">
      <p>{t('draftFound', { at: format.dateTime(at) })}</p>
      <Button variant="default" onClick={onRestore}>
        {t('restoreDraft')}
      </Button>
      <Button variant="subtle" color="ink" onClick={onDrop}>
        {t('dropDraft')}
      </Button>
    </div>
  );
}
