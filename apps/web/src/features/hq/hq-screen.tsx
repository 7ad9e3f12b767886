'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Empty, Forbidden } from '../../components/state-views.tsx';
import { dayPlus } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { KpiTiles } from './kpi-tiles.tsx';
import { LeagueTable } from './league-table.tsx';
import { NewCenterSheet } from './new-center-sheet.tsx';
import { useFigures } from './queries.ts';

const periods = ['month', 'week', 'quarter', 'custom'] as const;

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
  const { values, change, clear, isFiltered } = useUrlState({ period: 'month', from: '', to: '' });
  const query = useFigures(daysOf(values, format.today()));
  return (
    <>
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <ChoiceChips
          label={t('period')}
          hideLabel
          value={periods.find((period) => period === values.period) ?? 'month'}
          onChange={(period) => change({ period, ...(period !== 'custom' && { from: '', to: '' }) })}
          choices={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
        />
        {values.period === 'custom' && (
          <>
            <DateField
              aria-label={t('from')}
              placeholder={t('from')}
              w={160}
              value={values.from || null}
              onChange={(day) => change({ from: day ?? '' })}
            />
            <DateField
              aria-label={t('to')}
              placeholder={t('to')}
              w={160}
              value={values.to || null}
              onChange={(day) => change({ to: day ?? '' })}
            />
          </>
        )}
      </FilterBar>
      <QueryView query={query} failure={t('loadFailed')}>
        {({ centers, from, to }) =>
          centers.length === 0 ? (
            <div className="cw-card">
              <Empty title={t('noCenters')} action={onOpen} />
            </div>
          ) : (
            <>
              <KpiTiles centers={centers} />
              <LeagueTable
                centers={centers}
                to={to}
                caption={t('fromTo', { from: format.date(from), to: format.date(to) })}
              />
            </>
          )
        }
      </QueryView>
    </>
  );
}

/** Without days the API answers the month so far. */
function daysOf({ period, from, to }: { period: string; from: string; to: string }, today: string) {
  if (period === 'week') return { from: dayPlus(today, -6), to: today };
  if (period === 'quarter') return { from: dayPlus(today, -89), to: today };
  if (period === 'custom') return { ...(from && { from }), ...(to && { to }) };
  return { from: `${today.slice(0, 8)}01`, to: today };
}
