'use client';

import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { CardSheet } from './card-sheet.tsx';
import { toneOf } from './card-words.ts';
import { type CardSummary, useCards } from './queries.ts';

const states = ['READY', 'SENT', 'SUPERSEDED'] as const;

/** Every card that was frozen, the newest first. */
export function AllTab() {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { values, change } = useUrlState({ state: '', card: '' });
  const state = states.find((one) => one === values.state);
  const { rows, problem, retry, more, exporting } = useCards(state ? { state } : {});
  const columns = useColumns();
  return (
    <>
      <FilterBar isFiltered={state !== undefined} onClear={() => change({ state: '' })}>
        <ChoiceChips
          label={t('filterState')}
          hideLabel
          value={state ?? 'ANY'}
          onChange={(next) => change({ state: next === 'ANY' ? '' : next })}
          choices={[
            { value: 'ANY' as const, label: t('anyState') },
            ...states.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
      </FilterBar>
      <DataTable
        exporting={exporting}
        label={t('cards')}
        name="report-cards"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={({ id }) => change({ card: id })}
        problem={problem}
        failure={t('cardsFailed')}
        onRetry={retry}
        more={more}
        empty={
          state ? (
            <FilteredEmpty title={t('noneLikeThat')} onClear={() => change({ state: '' })} />
          ) : (
            <Empty title={t('noCards')} text={t('noCardsText', terms)} />
          )
        }
      />
      {values.card && <CardSheet id={values.card} onClose={() => change({ card: '' })} />}
    </>
  );
}

function useColumns(): DataColumn<CardSummary>[] {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const format = useFormatting();
  return [
    { id: 'name', header: t('column.name', terms), isName: true, cell: ({ student }) => <bdi>{student.name}</bdi> },
    {
      id: 'period',
      header: t('column.period'),
      cell: ({ period }) => `${format.dayMonth(period.from)} – ${format.date(period.to)}`,
    },
    { id: 'version', header: t('column.version'), from: 'tablet', cell: ({ version }) => version },
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ state }) => <StatusChip tone={toneOf[state]}>{t(`state.${state}`)}</StatusChip>,
    },
    {
      id: 'issued',
      header: t('column.issued'),
      from: 'tablet',
      cell: ({ issuedAt }) => format.dateTime(issuedAt),
    },
    {
      id: 'by',
      wrap: 'anywhere',
      header: t('column.by'),
      from: 'desk',
      cell: ({ issuedBy }) => <bdi>{issuedBy?.name}</bdi>,
    },
    {
      id: 'sent',
      header: t('column.sent'),
      from: 'desk',
      cell: ({ sentAt }) => (sentAt ? format.dateTime(sentAt) : ''),
    },
  ];
}
