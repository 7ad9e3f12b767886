'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import type { Tone } from '../../components/tokens.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { type CheckIn, useCheckIns } from './queries.ts';

const types = ['CENTER_CHECK_IN', 'CENTER_CHECK_OUT', 'SESSION_CHECK_IN'] as const;
const outcomes = ['ACCEPTED', 'REFUSED'] as const;
const known = <Value extends string>(values: readonly Value[], value: string) => values.find((one) => one === value);

/** Every event of a day, newest first; without a day, all there are. */
export function DoorLog() {
  const t = useTranslations('check-ins');
  const format = useFormatting();
  const router = useRouter();
  const path = useCenterPath();
  const { values, change, clear, isFiltered } = useUrlState({ date: format.today(), type: '', outcome: '' });
  const columns = useColumns(values.date !== '');
  const eventType = known(types, values.type);
  const outcome = known(outcomes, values.outcome);
  const list = useCheckIns({
    ...(values.date && { date: values.date }),
    ...(eventType && { eventType }),
    ...(outcome && { outcome }),
  });
  return (
    <>
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <DateField
          aria-label={t('day')}
          placeholder={t('anyDay')}
          w={180}
          value={values.date || null}
          onChange={(day) => change({ date: day ?? '' })}
        />
        <NativeSelect
          aria-label={t('column.what')}
          value={eventType ?? ''}
          onChange={(event) => change({ type: event.currentTarget.value })}
          data={[{ value: '', label: t('anyType') }, ...types.map((value) => ({ value, label: t(`type.${value}`) }))]}
        />
        <NativeSelect
          aria-label={t('outcome.label')}
          value={outcome ?? ''}
          onChange={(event) => change({ outcome: event.currentTarget.value })}
          data={[
            { value: '', label: t('outcome.any') },
            ...outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
          ]}
        />
      </FilterBar>
      <DataTable
        exporting={list.exporting}
        label={t('view.log')}
        name="check-ins"
        columns={columns}
        rows={list.rows}
        keyOf={(event) => event.id}
        onOpen={({ student }) => student && router.push(path('students', student.id))}
        problem={list.problem}
        failure={t('logFailed')}
        onRetry={list.retry}
        empty={isFiltered ? <FilteredEmpty title={t('noMatch')} onClear={clear} /> : <Empty title={t('nothingYet')} />}
        more={list.more}
      />
    </>
  );
}

/** Of one day, the time alone says when. */
function useColumns(isOneDay: boolean): DataColumn<CheckIn>[] {
  const t = useTranslations('check-ins');
  const { Student } = useTerms();
  const format = useFormatting();
  return useMemo(
    () => [
      {
        id: 'student',
        header: Student,
        cell: ({ student }) => (student ? <bdi>{student.name}</bdi> : t('nobody')),
        isName: true,
      },
      {
        id: 'time',
        header: t('column.time'),
        cell: ({ occurredAt }) => <time>{isOneDay ? format.time(occurredAt) : format.dateTime(occurredAt)}</time>,
      },
      { id: 'what', header: t('column.what'), cell: (event) => <What event={event} /> },
      {
        id: 'class',
        wrap: 'anywhere',
        header: t('column.class'),
        cell: ({ session }) => <bdi>{session?.name}</bdi>,
        from: 'tablet',
      },
      { id: 'method', header: t('column.method'), cell: (event) => <How event={event} />, from: 'desk' },
      { id: 'by', wrap: 'anywhere', header: t('column.by'), cell: ({ by }) => <bdi>{by?.name}</bdi>, from: 'desk' },
    ],
    [t, Student, format, isOneDay],
  );
}

function What({ event: { eventType, outcome, sentence, mark } }: { event: CheckIn }) {
  const t = useTranslations('check-ins');
  if (outcome === 'REFUSED') {
    return (
      <>
        <StatusChip tone="bad">{t('turnedAway')}</StatusChip> {sentence}
      </>
    );
  }
  const tone: Tone = mark === 'LATE' ? 'warn' : eventType === 'CENTER_CHECK_OUT' ? 'ink' : 'good';
  return <StatusChip tone={tone}>{mark ? t(`mark.${mark}`) : t(`type.${eventType}`)}</StatusChip>;
}

function How({ event: { method, device } }: { event: CheckIn }) {
  const t = useTranslations('check-ins');
  if (!device) return t(`method.${method}`);
  return (
    <>
      {t(`method.${method}`)} · <bdi>{device}</bdi>
    </>
  );
}
