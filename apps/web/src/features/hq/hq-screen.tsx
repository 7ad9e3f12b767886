'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Empty, Forbidden } from '../../components/state-views.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { Funnel } from './funnel.tsx';
import { askedBy, HqFilters, useHqFilters } from './hq-filters.tsx';
import styles from './hq.module.css';
import { KpiTiles } from './kpi-tiles.tsx';
import { LeagueTable } from './league-table.tsx';
import { measures } from './league.ts';
import { type Dashboard, useFigures } from './queries.ts';
import { Revenue } from './revenue.tsx';
import { SeatsByHour } from './seats-by-hour.tsx';

const NewCenterSheet = dynamic(() => import('./new-center-sheet.tsx').then((module) => module.NewCenterSheet), {
  ssr: false,
});

export function HqScreen() {
  const t = useTranslations('hq');
  const { may } = useSession();
  const [isOpening, setOpening] = useState(false);
  if (!may('hq:read')) return <Forbidden isPage />;
  const open = may('centers:manage') && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpening(true)}>
      {t('newCenter')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={open} />
      <Figures onOpen={open} />
      {isOpening && <NewCenterSheet onClose={() => setOpening(false)} />}
    </>
  );
}

function Figures({ onOpen }: { onOpen: ReactNode }) {
  const t = useTranslations('hq');
  const format = useFormatting();
  const filters = useHqFilters();
  const query = useFigures(askedBy(filters.values, format.today()));
  return (
    <>
      <HqFilters filters={filters} />
      <QueryView query={query} failure={t('loadFailed')}>
        {(dashboard) =>
          dashboard.centers.length === 0 ? (
            <div className="cw-card">
              <Empty title={t('noCenters')} action={onOpen} />
            </div>
          ) : (
            <Overview dashboard={dashboard} />
          )
        }
      </QueryView>
    </>
  );
}

function Overview({ dashboard }: { dashboard: Dashboard }) {
  const t = useTranslations('hq');
  const format = useFormatting();
  const { from, to, previous, centers, figures, funnel, utilisation, revenue } = dashboard;
  const before = t('fromTo', { from: format.date(previous.from), to: format.date(previous.to) });
  return (
    <>
      <KpiTiles figures={figures} before={before} />
      <div className={styles.overview}>
        <LeagueTable
          {...{ centers, from, to, before }}
          caption={t('fromToCompared', { from: format.date(from), to: format.date(to), before })}
        />
        <div className={styles.charts}>
          <Funnel funnel={funnel} />
          <SeatsByHour utilisation={utilisation} />
          <Revenue revenue={revenue} before={before} />
        </div>
      </div>
      <Definitions />
    </>
  );
}

function Definitions() {
  const t = useTranslations('hq');
  return (
    <details className={`cw-card ${styles.definitions}`}>
      <summary>{t('definitions.title')}</summary>
      <dl>
        {measures.map((measure) => (
          <div key={measure}>
            <dt>{t(`measure.${measure}`)}</dt>
            <dd>{t(`definitions.${measure}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
