'use client';

import type { AuditEntry } from '@cartwheel/contracts';
import { Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { columnWords, differencesOf } from './audit-diff.ts';
import styles from './audit.module.css';

export function DiffTable({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const show = useValueText();
  const differences = differencesOf(entry);
  if (differences.length === 0) return <p className={styles.muted}>{t('noDifference')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('differences')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('column.what')}</Table.Th>
            {entry.before && <Table.Th scope="col">{t('column.before')}</Table.Th>}
            {entry.after && <Table.Th scope="col">{t('column.after')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ column, before, after }) => (
            <Table.Tr key={column}>
              <Table.Th scope="row">{columnWords(column)}</Table.Th>
              {entry.before && <Table.Td className={styles.before}>{show(column, before)}</Table.Td>}
              {entry.after && <Table.Td>{show(column, after)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Money, days and times as people write them; the rest as it is stored. */
function useValueText(): (column: string, value: unknown) => string {
  const t = useTranslations('audit');
  const format = useFormatting();
  return (column, value) => {
    if (value === null || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return /minor$/i.test(column) ? format.amount(value) : format.number(value);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (INSTANT.test(value)) return format.dateTime(value);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value;
  };
}
