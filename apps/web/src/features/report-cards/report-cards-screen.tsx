'use client';

import { Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PageHeader } from '../../components/page-header.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { AllTab } from './all-tab.tsx';
import { MakeTab } from './make-tab.tsx';

export function ReportCardsScreen() {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { may } = useSession();
  const { values, change } = useUrlState({ tab: '' });
  if (!may('report-cards:read')) return <Forbidden who={t('whoMay', terms)} isPage />;
  if (!may('report-cards:generate')) {
    return (
      <>
        <PageHeader title={t('title')} />
        <AllTab />
      </>
    );
  }
  return (
    <>
      <div className="cw-no-print">
        <PageHeader title={t('title')} />
      </div>
      <Tabs
        value={values.tab === 'all' ? 'all' : 'make'}
        onChange={(tab) => change({ tab: tab === 'all' ? 'all' : '' })}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('title')} mb={16} className="cw-no-print">
          <Tabs.Tab value="make">{t('tab.make')}</Tabs.Tab>
          <Tabs.Tab value="all">{t('tab.all')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="make">
          <MakeTab />
        </Tabs.Panel>
        <Tabs.Panel value="all">
          <AllTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
