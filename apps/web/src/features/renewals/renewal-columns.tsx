'use client';

import { Checkbox } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DataColumn } from '../../components/data-table.tsx';
import { MoneyText } from '../../components/money.tsx';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { EndState } from './end-state.tsx';
import type { Renewal } from './queries.ts';
import styles from './renewals.module.css';

interface Picks {
  picked: ReadonlySet<string>;
  toggle: (enrollmentId: string) => void;
}

export function useRenewalColumns(picks: Picks | null): DataColumn<Renewal>[] {
  const t = useTranslations('renewals');
  const { Student } = useTerms();
  const format = useFormatting();
  const pick: DataColumn<Renewal> = {
    id: 'pick',
    header: t('column.pick'),
    width: 64,
    cell: (row) => (
      <Checkbox
        aria-label={t('pick', { name: row.studentName })}
        checked={picks?.picked.has(row.enrollmentId) ?? false}
        onChange={() => picks?.toggle(row.enrollmentId)}
      />
    ),
    from: 'tablet',
  };
  return [
    ...(picks ? [pick] : []),
    { id: 'student', header: Student, cell: (row) => <span dir="auto">{row.studentName}</span>, isName: true },
    {
      id: 'plan',
      wrap: 'anywhere',
      header: t('column.plan'),
      cell: (row) => (
        <span className={styles.stack}>
          <span dir="auto">{row.planName}</span>
          <span className={styles.muted} dir="auto">
            {row.batches.map(({ name }) => name).join(', ')}
          </span>
        </span>
      ),
      from: 'tablet',
    },
    { id: 'ends', header: t('column.ends'), cell: (row) => <EndState renewal={row} /> },
    {
      id: 'attendance',
      header: t('column.attendance'),
      cell: ({ attendance }) => (attendance.marked > 0 ? t('attendance', attendance) : t('noAttendance')),
      from: 'desk',
    },
    {
      id: 'contact',
      header: t('column.lastContact'),
      cell: ({ lastContact }) =>
        lastContact ? (
          <span className={styles.stack}>
            <span>{t(`outcome.${lastContact.outcome}`)}</span>
            <span className={styles.muted}>{format.day(dayIn(format.timezone, lastContact.at))}</span>
          </span>
        ) : (
          <span className={styles.muted}>{t('neverTalked')}</span>
        ),
      from: 'tablet',
    },
    { id: 'owner', wrap: 'anywhere', header: t('column.owner'), cell: (row) => row.owner?.name, from: 'desk' },
    {
      id: 'value',
      header: t('column.value'),
      align: 'end',
      cell: ({ value, paidBefore, priceChanged }) =>
        value && (
          <span className={styles.stack}>
            <MoneyText money={value} />
            {priceChanged && paidBefore && (
              <span className={styles.muted}>{t('was', { price: format.money(paidBefore) })}</span>
            )}
          </span>
        ),
      from: 'desk',
    },
  ];
}
