'use client';

import { Button, Table } from '@mantine/core';
import { csvLine } from '@cartwheel/domain/csv';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { saveText } from '../lib/save-text.ts';
import styles from './chart-card.module.css';

type Cell = string | number | null;

interface ChartCardProps {
  title: string;
  /** What is counted here, in a sentence. */
  definition: string;
  /** The same figures as a table: column names, then rows of which the first cell names the row. */
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** The rows as a spreadsheet wants them, where that is not how people read them. */
  fileRows?: readonly (readonly Cell[])[];
  fileName: string;
  children: ReactNode;
}

/** A picture of figures that can be read as a table and taken away as a file. */
export function ChartCard({ title, definition, columns, rows, fileRows, fileName, children }: ChartCardProps) {
  const t = useTranslations('design.chart');
  const [isTable, setTable] = useState(false);
  const save = () => saveText(`\uFEFF${[columns, ...(fileRows ?? rows)].map(csvLine).join('')}`, `${fileName}.csv`);
  return (
    <section className={`cw-card ${styles.card}`} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        <span className={`${styles.tools} cw-no-print`}>
          <Button
            variant={isTable ? 'light' : 'subtle'}
            size="compact-md"
            aria-pressed={isTable}
            leftSection={<IconTable size={18} aria-hidden />}
            onClick={() => setTable(!isTable)}
          >
            {t('asTable')}
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={t('saveNamed', { title })}
            onClick={save}
          >
            {t('save')}
          </Button>
        </span>
      </div>
      <p className={styles.definition}>{definition}</p>
      {isTable ? <PlainTable title={title} columns={columns} rows={rows} /> : children}
    </section>
  );
}

function PlainTable({ title, columns, rows }: Pick<ChartCardProps, 'title' | 'columns' | 'rows'>) {
  return (
    /* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, ...cells], row) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no identity beside their place
            <Table.Tr key={row}>
              <Table.Th scope="row">
                <bdi>{name}</bdi>
              </Table.Th>
              {cells.map((cell, column) => (
                <Table.Td key={columns[column + 1]} className="cw-number">
                  {cell ?? '–'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
