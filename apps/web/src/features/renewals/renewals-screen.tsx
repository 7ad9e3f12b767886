'use client';

import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PageHeader } from '../../components/page-header.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { tabs, useRenewalList } from './list-state.ts';
import { useSummary } from './queries.ts';
import { RenewalFilters } from './renewal-filters.tsx';
import { RenewalRows } from './renewal-rows.tsx';
import { RenewalTiles } from './renewal-tiles.tsx';
import styles from './renewals.module.css';

export function RenewalsScreen() {
  const t = useTranslations('renewals');
  const { may } = useSession();
  if (!may('renewals:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader title={t('title')} />
      <RenewalTiles />
      <RenewalTabs />
    </>
  );
}

function RenewalTabs() {
  const t = useTranslations('renewals');
  const list = useRenewalList();
  const counts = useSummary().data?.counts;
  return (
    <Tabs value={list.tab} onChange={(tab) => list.show(tab ?? 'DAYS_7')} keepMounted={false}>
      <Tabs.List aria-label={t('tabs')} className={styles.tabs} mb={16}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab} rightSection={counts && <span className={styles.count}>{counts[tab]}</span>}>
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={list.tab}>
        <RenewalFilters list={list} />
        <RenewalRows key={list.tab} list={list} />
      </Tabs.Panel>
    </Tabs>
  );
}
