'use client';

import { useTranslations } from 'next-intl';
import { PageHeader } from '../../components/page-header.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { PlanList } from './plan-list.tsx';
import styles from './plans.module.css';

/** What the organization offers in every center. */
export function TemplatesScreen() {
  const t = useTranslations('plans.templates');
  const { may, assignments } = useSession();
  const currencies = new Set(assignments.map(({ currency }) => currency));
  if (!may('plans:write')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={`cw-card ${styles.card}`}>
        {currencies.size > 1 && <p className={styles.muted}>{t('currency')}</p>}
        <PlanList />
      </div>
    </>
  );
}
