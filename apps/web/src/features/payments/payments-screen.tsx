'use client';

import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PageHeader } from '../../components/page-header.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { DueTab } from './due-tab.tsx';
import { InvoicesTab } from './invoices-tab.tsx';
import { InstallmentsTab } from './installments-tab.tsx';
import styles from './payments.module.css';
import { useWaitingDiscounts } from './queries.ts';
import { ReceivedTab } from './received-tab.tsx';
import { WaitingDiscounts } from './waiting-discounts.tsx';

const tabs = ['due', 'installments', 'received', 'discounts', 'invoices'] as const;
const none = { q: '', status: '', state: '', method: '', period: 'week', from: '', to: '' };

export function PaymentsScreen() {
  const t = useTranslations('payments');
  const { may } = useSession();
  if (!may('payments:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader title={t('title')} />
      <MoneyTabs />
    </>
  );
}

function MoneyTabs() {
  const t = useTranslations('payments');
  const { values, change } = useUrlState({ tab: 'due', ...none });
  const shown = tabs.find((tab) => tab === values.tab) ?? 'due';
  const waiting = useWaitingDiscounts().rows?.length ?? 0;
  return (
    <Tabs value={shown} onChange={(tab) => change({ ...none, tab: tab ?? 'due' })} keepMounted={false}>
      <Tabs.List aria-label={t('title')} className={styles.tabs} mb={16}>
        {tabs.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            rightSection={tab === 'discounts' && waiting > 0 && <StatusChip tone="warn">{waiting}</StatusChip>}
          >
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="due">
        <DueTab />
      </Tabs.Panel>
      <Tabs.Panel value="installments">
        <InstallmentsTab />
      </Tabs.Panel>
      <Tabs.Panel value="received">
        <ReceivedTab />
      </Tabs.Panel>
      <Tabs.Panel value="discounts">
        <WaitingDiscounts />
      </Tabs.Panel>
      <Tabs.Panel value="invoices">
        <InvoicesTab />
      </Tabs.Panel>
    </Tabs>
  );
}
