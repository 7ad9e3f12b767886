'use client';

import { Button, Group, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { DayRange } from '../../components/day-range.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useColleagues, useSources } from './queries.ts';
import { stages } from './stages.ts';
import type { LeadListState } from './list-state.ts';

/** What narrows the list; all of it stands in the URL. */
export function LeadFilters({ state }: { state: LeadListState }) {
  const t = useTranslations('leads');
  const { values, change, clear, isFiltered } = state;
  const colleagues = useColleagues();
  const sources = useSources();
  const owners = [
    { value: '', label: t('anyOwner') },
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const select = (name: 'owner' | 'source' | 'next' | 'status', data: { value: string; label: string }[]) => (
    <NativeSelect
      aria-label={t(`filter.${name}`)}
      data={data}
      value={values[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <FilterBar
      search={{ label: t('searchLeads'), value: values.q, onChange: (q) => change({ q }) }}
      isFiltered={isFiltered}
      onClear={clear}
    >
      {select('owner', owners)}
      {select('source', [
        { value: '', label: t('anySource') },
        ...sources.map((source) => ({ value: source, label: source })),
      ])}
      {select('next', [
        { value: '', label: t('anyStep') },
        ...(['NONE', 'OVERDUE', 'TODAY'] as const).map((value) => ({ value, label: t(`step.${value}`) })),
      ])}
      {values.view === 'list' && <DayRange from={values.from} to={values.to} onChange={change} />}
      {values.view === 'list' &&
        select('status', [
          { value: '', label: t('anyStage') },
          ...stages.map((value) => ({ value, label: t(`stage.${value}`) })),
        ])}
    </FilterBar>
  );
}

export function SavedViews({ state: { values, change } }: { state: LeadListState }) {
  const t = useTranslations('leads');
  const path = useCenterPath();
  const { user, may } = useSession();
  const isMine = values.next === 'OVERDUE' && values.owner === user.id;
  const isIdle = values.next === 'NONE' && values.owner === '';
  const plain = { q: '', source: '', status: '', owner: '', next: '' };
  const toggle = (isOn: boolean, view: Partial<typeof plain>) => change(isOn ? plain : { ...plain, ...view });
  return (
    <Group gap={8} role="group" aria-label={t('savedViews')}>
      <Button
        variant={isMine ? 'light' : 'default'}
        aria-pressed={isMine}
        onClick={() => toggle(isMine, { owner: user.id, next: 'OVERDUE' })}
      >
        {t('views.myOverdue')}
      </Button>
      <Button
        variant={isIdle ? 'light' : 'default'}
        aria-pressed={isIdle}
        onClick={() => toggle(isIdle, { next: 'NONE' })}
      >
        {t('views.noNextStep')}
      </Button>
      {may('intros:read') && (
        <Button component={Link} href={`${path('intro-visits')}?view=week`} variant="default" prefetch={false}>
          {t('views.trialsThisWeek')}
        </Button>
      )}
    </Group>
  );
}
