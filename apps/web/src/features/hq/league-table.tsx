'use client';

import { Button, Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Sparkline } from '../../components/sparkline.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { saveText } from '../../lib/save-text.ts';
import { useUrlState } from '../../lib/url-state.ts';
import styles from './hq.module.css';
import {
  figureOf,
  isMoney,
  isShare,
  listOf,
  type Measure,
  measures,
  silentDays,
  sorted,
  trialsDown,
} from './league.ts';
import { leagueFile } from './league-file.ts';
import type { CenterFigures } from './queries.ts';

interface LeagueTableProps {
  centers: readonly CenterFigures[];
  /** First and last day of the figures. */
  from: string;
  to: string;
  before: string;
  caption: string;
}

export function LeagueTable({ centers, from, to, before, caption }: LeagueTableProps) {
  const t = useTranslations('hq');
  const { values, change } = useUrlState({ sort: 'name', order: '' });
  const isDescending = values.sort === 'name' ? values.order === 'desc' : values.order !== 'asc';
  const sortBy = (column: string) => {
    const usual = column === 'name' ? 'asc' : 'desc';
    const turned = isDescending ? 'asc' : 'desc';
    const order = column === values.sort ? turned : usual;
    change({ sort: column, order: order === usual ? '' : order });
  };
  const header = (column: Measure | 'name') => (
    <SortHeader
      key={column}
      label={t(`measure.${column}`)}
      sorted={column === values.sort ? (isDescending ? 'descending' : 'ascending') : 'none'}
      onSort={() => sortBy(column)}
    />
  );
  return (
    <section className={`cw-card ${styles.league}`}>
      <div className={styles.leagueHead}>
        <h2>{t('whereToHelp')}</h2>
        <SaveLeague centers={sorted(centers, values.sort, isDescending)} from={from} to={to} />
      </div>
      <p className={styles.muted}>{caption}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('whereToHelp')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {header('name')}
              <Table.Th scope="col">{t('note')}</Table.Th>
              {measures.map(header)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted(centers, values.sort, isDescending).map((figures) => (
              <CenterRow key={figures.center.id} {...{ figures, centers, from, to, before }} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

function SaveLeague({ centers, from, to }: Pick<LeagueTableProps, 'centers' | 'from' | 'to'>) {
  const t = useTranslations('hq');
  const words = useTranslations('design.chart');
  const headers = [
    t('measure.name'),
    t('file.city'),
    ...measures.map((measure) => t(`measure.${measure}`)),
    t('file.currency'),
  ];
  return (
    <Button
      variant="subtle"
      size="compact-md"
      className="cw-no-print"
      leftSection={<IconDownload size={18} aria-hidden />}
      aria-label={words('saveNamed', { title: t('whereToHelp') })}
      onClick={() => saveText(leagueFile(headers, centers), `centers-${from}-${to}.csv`)}
    >
      {words('save')}
    </Button>
  );
}

interface SortHeaderProps {
  label: string;
  sorted: 'ascending' | 'descending' | 'none';
  onSort: () => void;
}

function SortHeader({ label, sorted: order, onSort }: SortHeaderProps) {
  return (
    <Table.Th scope="col" aria-sort={order}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {label}
        {order === 'ascending' && <IconArrowUp size={16} aria-hidden />}
        {order === 'descending' && <IconArrowDown size={16} aria-hidden />}
      </button>
    </Table.Th>
  );
}

interface CenterRowProps extends Omit<LeagueTableProps, 'caption'> {
  figures: CenterFigures;
}

function CenterRow({ figures, centers, from, to, before }: CenterRowProps) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link href={`/c/${encodeURIComponent(figures.center.slug)}/today`} className={styles.center} prefetch={false}>
          <bdi>{figures.center.name}</bdi>
        </Link>
        <div className={styles.muted}>
          <bdi>{figures.center.city}</bdi>
        </div>
      </Table.Th>
      <Table.Td>
        <Note figures={figures} to={to} before={before} />
      </Table.Td>
      {measures.map((measure) => (
        <Table.Td key={measure}>
          <Figure {...{ figures, measure, centers }} href={listOf(figures, measure, from, to)} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Note({ figures, to, before }: { figures: CenterFigures; to: string; before: string }) {
  const t = useTranslations('hq');
  const format = useFormatting();
  const silent = silentDays(figures, to);
  if (silent !== null) {
    const day =
      silent < 7 ? format.weekday(figures.lastAttendanceOn ?? to) : format.date(figures.lastAttendanceOn ?? to);
    return <StatusChip tone={silent < 7 ? 'warn' : 'bad'}>{t('noAttendanceSince', { day })}</StatusChip>;
  }
  if (!figures.lastAttendanceOn && figures.activeStudents > 0)
    return <StatusChip tone="warn">{t('neverAttendance')}</StatusChip>;
  const drop = trialsDown(figures);
  if (drop !== null) {
    return (
      <StatusChip tone="bad">
        <span title={t('comparedWith', { before })}>{t('trialsDown', { share: format.percent(drop) })}</span>
      </StatusChip>
    );
  }
  return null;
}

interface FigureProps {
  figures: CenterFigures;
  measure: Measure;
  centers: readonly CenterFigures[];
  href: string;
}

/** Amounts of different currencies have no common length, so their bars compare within their own. */
function Figure({ figures, measure, centers, href }: FigureProps) {
  const format = useFormatting();
  const value = figureOf(figures, measure);
  if (value === null) return <span className={styles.muted}>–</span>;
  const { currency } = figures.collected;
  const peers = centers.filter((one) => !isMoney(measure) || one.collected.currency === currency);
  const most = isShare(measure) ? 1 : Math.max(...peers.map((one) => figureOf(one, measure) ?? 0));
  const count = isMoney(measure) ? format.money({ amountMinor: value, currency }) : format.number(value);
  const text = isShare(measure) ? format.percent(value) : count;
  return (
    <Link href={href} className={styles.figure} prefetch={false}>
      <span className={styles.track} aria-hidden>
        <span style={{ width: `${most > 0 ? Math.min(100, Math.max(0, (value / most) * 100)) : 0}%` }} />
      </span>
      <span className="cw-number">{text}</span>
      {measure === 'attendance' && <Sparkline values={figures.attendance} />}
    </Link>
  );
}
