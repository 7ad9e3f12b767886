'use client';

import type { Import } from '@cartwheel/contracts';
import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './imports.module.css';

export function ImportProgress({ found: { status, progress } }: { found: Import }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const share = progress.total > 0 ? progress.done / progress.total : 0;
  const words = t(`progress.${status}`, { done: format.number(progress.done), total: format.number(progress.total) });
  return (
    <section className={`cw-card ${styles.question}`}>
      <h2 role="status">{words}</h2>
      <Progress.Root size="xl">
        <Progress.Section value={share * 100} aria-label={words} />
      </Progress.Root>
      <p className={styles.muted}>{t('safeToLeave')}</p>
    </section>
  );
}
