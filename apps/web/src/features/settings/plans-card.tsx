'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ListExport } from '../../components/list-export.tsx';
import styles from './settings.module.css';

/** The price list keeps itself; this is its place among the settings. */
export function PlansCard({ children }: { children: ReactNode }) {
  const t = useTranslations('settings');
  return (
    <section className={`cw-card ${styles.card}`}>
      <div className={styles.listHead}>
        <h2>{t('card.plans.title')}</h2>
        <ListExport kind="plans" filters={{}} of={t('card.plans.title')} />
      </div>
      <p className={styles.effect}>{t('card.plans.effect')}</p>
      {children}
    </section>
  );
}
