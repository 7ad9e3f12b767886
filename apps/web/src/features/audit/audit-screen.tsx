'use client';

import { Button, NativeSelect, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DayRange } from '../../components/day-range.tsx';
import { ExportMenu } from '../../components/export-menu.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { Empty, FilteredEmpty, Forbidden, Loading } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { entities } from './audit-acts.ts';
import { AuditLine } from './audit-line.tsx';
import styles from './audit.module.css';
import { exportAuditLog, useAuditLog, usePeople } from './queries.ts';

const plain = { person: '', record: '', recordId: '', request: '', from: '', to: '', sensitive: '' };
type Filters = typeof plain;

export function AuditScreen() {
  const t = useTranslations('audit');
  const { may } = useSession();
  const state = useUrlState(plain);
  if (!may('audit:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={<ExportMenu onExport={exportAuditLog(queryOf(state.values))} />}
      />
      <AuditFilters {...state} />
      <Entries values={state.values} isFiltered={state.isFiltered} onClear={state.clear} />
    </>
  );
}

function queryOf({ person, record, recordId, request, from, to, sensitive }: Filters) {
  return {
    ...(person && { actorId: person }),
    ...(record && { entity: record }),
    ...(recordId && { entityId: recordId }),
    ...(request && { requestId: request }),
    ...(from && { from }),
    ...(to && { to }),
    ...(sensitive && { sensitive: 'true' as const }),
  };
}

interface AuditFiltersProps {
  values: Filters;
  change: (changes: Partial<Filters>) => void;
  clear: () => void;
  isFiltered: boolean;
}

function AuditFilters({ values, change, clear, isFiltered }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const terms = useTerms();
  const people = usePeople();
  return (
    <FilterBar isFiltered={isFiltered} onClear={clear}>
      <NativeSelect
        aria-label={t('filterPerson')}
        value={values.person}
        onChange={(event) => change({ person: event.currentTarget.value })}
        data={[{ value: '', label: t('anyPerson') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        aria-label={t('filterRecord')}
        value={values.record}
        onChange={(event) => change({ record: event.currentTarget.value, recordId: '' })}
        data={[
          { value: '', label: t('anyRecord') },
          ...entities.map((value) => ({ value, label: t(`entity.${value}`, terms) })),
        ]}
      />
      <DayRange from={values.from} to={values.to} onChange={change} />
      <Switch
        label={t('sensitiveOnly')}
        checked={values.sensitive === 'yes'}
        onChange={(event) => change({ sensitive: event.currentTarget.checked ? 'yes' : '' })}
      />
    </FilterBar>
  );
}

function Entries({ values, isFiltered, onClear }: { values: Filters; isFiltered: boolean; onClear: () => void }) {
  const t = useTranslations('audit');
  const log = useAuditLog({ limit: 100, ...queryOf(values) });
  if (!log.rows && log.problem) return <ErrorCard problem={log.problem} title={t('loadFailed')} onRetry={log.retry} />;
  if (!log.rows) return <Loading />;
  const empty = isFiltered ? <FilteredEmpty title={t('noMatch')} onClear={onClear} /> : <Empty title={t('empty')} />;
  return (
    <>
      {log.rows.length === 0 ? (
        <div className="cw-card">{empty}</div>
      ) : (
        <ol className={`cw-card ${styles.list}`} aria-label={t('title')}>
          {log.rows.map((entry) => (
            <AuditLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {log.isMore && (
        <Button variant="default" mt={16} loading={log.isLoadingMore} onClick={log.loadMore}>
          {t('loadMore')}
        </Button>
      )}
    </>
  );
}
