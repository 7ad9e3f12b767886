'use client';

import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { ListExport } from '../../components/list-export.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { sessionFilters, useTrainers } from './queries.ts';
import styles from './schedule.module.css';
import type { ScheduleState } from './schedule-state.ts';
import { views } from './span.ts';

export function ScheduleToolbar({ state }: { state: ScheduleState }) {
  const t = useTranslations('schedule');
  const { today } = useFormatting();
  useShortcut('t', t('keys.today'), () => state.go(today()));
  useShortcut('d', t('keys.day'), () => state.show('day'), !state.isPhone);
  useShortcut('w', t('keys.week'), () => state.show('week'), !state.isPhone);
  useShortcut('m', t('keys.month'), () => state.show('month'), !state.isPhone);
  useShortcut('ArrowLeft', t('keys.earlier'), () => state.step(-1));
  useShortcut('ArrowRight', t('keys.later'), () => state.step(1));
  return (
    <div className={styles.toolbar}>
      <div className={styles.steps}>
        <ActionIcon aria-label={t('previous')} onClick={() => state.step(-1)}>
          <IconChevronLeft size={22} aria-hidden />
        </ActionIcon>
        <strong aria-live="polite">
          <SpanName state={state} />
        </strong>
        <ActionIcon aria-label={t('next')} onClick={() => state.step(1)}>
          <IconChevronRight size={22} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => state.go(today())}>
          {t('today')}
        </Button>
      </div>
      {!state.isPhone && (
        <ChoiceChips
          label={t('view')}
          hideLabel
          value={state.view}
          onChange={state.show}
          choices={views.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      )}
      <TrainerFilter state={state} />
      <ListExport
        kind="sessions"
        filters={sessionFilters({ ...state.span, trainerUserId: state.trainer })}
        of={t('title')}
      />
    </div>
  );
}

function SpanName({ state: { view, date, span } }: { state: ScheduleState }) {
  const t = useTranslations('schedule');
  const format = useFormatting();
  if (view === 'day') return format.day(date);
  if (view !== 'month') return t('range', { from: format.day(span.from), to: format.day(span.to) });
  const month = new Intl.DateTimeFormat(format.locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return month.format(new Date(`${date}T00:00:00Z`));
}

function TrainerFilter({ state }: { state: ScheduleState }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const trainers = useTrainers().filter(({ role, id }) => role !== 'COUNSELOR' || id === state.trainer);
  return (
    <NativeSelect
      aria-label={t('trainer', terms)}
      className={styles.end}
      value={state.trainer}
      onChange={(event) => state.filter(event.currentTarget.value)}
      data={[
        { value: '', label: t('everyTrainer', terms) },
        ...trainers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
