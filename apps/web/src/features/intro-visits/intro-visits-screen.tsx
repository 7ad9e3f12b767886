'use client';

import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { ListExport } from '../../components/list-export.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { dayPlus, weekdayOf } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import styles from './intro-visits.module.css';
import { useVisits, type Visit } from './queries.ts';
import { VisitRow } from './visit-row.tsx';

const weekOrder = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** The day, or the week it lies in, as the address says. */
function useSpan() {
  const format = useFormatting();
  const today = format.today();
  const { values, change } = useUrlState({ date: '', view: 'day' });
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(values.date);
  const date = isDay ? values.date : today;
  const isWeek = values.view === 'week';
  const from = isWeek ? dayPlus(date, -weekOrder.indexOf(weekdayOf(date))) : date;
  const go = (day: string) => change({ date: day === today ? '' : day });
  return {
    date,
    isWeek,
    from,
    to: isWeek ? dayPlus(from, 6) : date,
    go,
    step: (by: 1 | -1) => go(dayPlus(date, by * (isWeek ? 7 : 1))),
    today: () => go(today),
    show: (view: 'day' | 'week') => change({ view }),
  };
}

export function IntroVisitsScreen() {
  const t = useTranslations('intro-visits');
  const { may } = useSession();
  const span = useSpan();
  const visits = useVisits(span.from, span.to);
  useShortcut('t', t('today'), span.today);
  if (!may('intros:read')) return <Forbidden isPage />;
  return (
    <>
      <PageHeader
        title={t('title')}
        beside={
          <ChoiceChips
            label={t('show')}
            hideLabel
            value={span.isWeek ? 'week' : 'day'}
            onChange={span.show}
            choices={[
              { value: 'day', label: t('day') },
              { value: 'week', label: t('week') },
            ]}
          />
        }
        actions={
          <>
            <ListExport kind="intro-visits" filters={{ from: span.from, to: span.to }} of={t('title')} />
            <DayStepper span={span} />
          </>
        }
      />
      <QueryView query={visits} failure={t('loadFailed')}>
        {({ items }) => (items.length === 0 ? <NoVisits isWeek={span.isWeek} /> : <ByDay visits={items} />)}
      </QueryView>
    </>
  );
}

function DayStepper({ span }: { span: ReturnType<typeof useSpan> }) {
  const t = useTranslations('intro-visits');
  return (
    <div className={styles.stepper}>
      <ActionIcon variant="default" aria-label={t('earlier')} onClick={() => span.step(-1)}>
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <DateField aria-label={t('onDay')} value={span.date} onChange={(day) => day && span.go(day)} w={170} />
      <ActionIcon variant="default" aria-label={t('later')} onClick={() => span.step(1)}>
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
      <Button variant="default" onClick={span.today}>
        {t('today')}
      </Button>
    </div>
  );
}

function ByDay({ visits }: { visits: readonly Visit[] }) {
  const t = useTranslations('intro-visits');
  const format = useFormatting();
  const sorted = visits.toSorted((one, other) => one.scheduledAt.localeCompare(other.scheduledAt));
  const days = Map.groupBy(sorted, (visit) => visit.date);
  return [...days].map(([date, ofDay]) => (
    <section key={date} className={styles.day} aria-label={format.day(date)}>
      <h2>
        {format.day(date)} <span className={styles.muted}>{t('count', counts(ofDay))}</span>
      </h2>
      <ul className={`cw-card ${styles.list}`}>
        {ofDay.map((visit) => (
          <VisitRow key={visit.id} visit={visit} />
        ))}
      </ul>
    </section>
  ));
}

function counts(visits: readonly Visit[]) {
  const of = (status: Visit['status']) => visits.filter((visit) => visit.status === status).length;
  return { total: visits.length, came: of('ATTENDED'), missed: of('NO_SHOW') };
}

function NoVisits({ isWeek }: { isWeek: boolean }) {
  const t = useTranslations('intro-visits');
  const path = useCenterPath();
  const { may } = useSession();
  const toLeads = may('leads:read') && (
    <Button component={Link} href={path('leads')} prefetch={false}>
      {t('toLeads')}
    </Button>
  );
  return (
    <div className="cw-card">
      <Empty title={t(isWeek ? 'noneInWeek' : 'noneOnDay')} text={t('noneText')} action={toLeads} />
    </div>
  );
}
