'use client';

import { Button, Table } from '@mantine/core';
import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, type RefObject, useMemo } from 'react';
import type { Exporting } from '../lib/list-export.ts';
import { ColumnMenu, useHiddenColumns } from './column-menu.tsx';
import styles from './data-table.module.css';
import { ExportMenu } from './export-menu.tsx';
import { ErrorCard } from './problem-notice.tsx';
import { Loading } from './state-views.tsx';
import { useRowKeys } from './row-keys.ts';

export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'end';
  width?: number | string;
  /** Left out below this width of the screen. */
  from?: 'tablet' | 'desk';
  /** `never` for dates and numbers; `anywhere` for what people type, however long a word of it is. */
  wrap?: 'never' | 'anywhere';
  /** The column that names the row; it opens the row and cannot be hidden. Exactly one. */
  isName?: true;
}

interface DataTableProps<Row> {
  /** What the table is, for screen readers, and the name under which hidden columns are kept. */
  label: string;
  name: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[] | undefined;
  keyOf: (row: Row) => string;
  onOpen?: (row: Row) => void;
  problem?: Error | null;
  failure: ReactNode;
  onRetry: () => void;
  /** Shown when there are no rows: Empty, or FilteredEmpty. */
  empty: ReactNode;
  /** The next page, when there is one. */
  more?: { isThere: boolean; isLoading: boolean; load: () => void };
  /** Every list leaves as a file, as it is filtered: from `useListExport`. */
  exporting: Exporting;
  /** Left of the export button, for example a count. */
  toolbar?: ReactNode;
}

const features = tableFeatures({ columnVisibilityFeature });
const noRows: never[] = [];

/** A list as a table: rows from the server, opened by click, J, K and Enter, exported, one page after another. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, name, columns, rows, keyOf, onOpen, problem, failure, onRetry, empty, more, exporting, toolbar } =
    props;
  const [hidden, setHidden] = useHiddenColumns(name);
  const definitions = useMemo(() => columns.map(({ id, header }) => ({ id, header })), [columns]);
  const data = useMemo(() => [...(rows ?? noRows)], [rows]);
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: keyOf,
    state: { columnVisibility: visibility },
  });
  const { body, byClick } = useRowKeys(data, onOpen);

  if (!rows && problem) return <ErrorCard problem={problem} title={failure} onRetry={onRetry} />;
  if (!rows) return <Loading />;
  const shown = table.getVisibleLeafColumns().map((column) => column.id);
  const visible = columns.filter((column) => shown.includes(column.id));
  return (
    <section aria-label={label} className={styles.table}>
      <div className={styles.toolbar}>
        {toolbar}
        <span className={styles.tools}>
          <ColumnMenu columns={columns} hidden={hidden} onChange={setHidden} />
          <ExportMenu {...exporting} />
        </span>
      </div>
      {rows.length === 0 ? (
        <div className="cw-card">{empty}</div>
      ) : (
        <Rows
          {...{ label, visible, keyOf, onOpen, body, byClick }}
          rows={table.getRowModel().rows.map((row) => row.original)}
        />
      )}
      {more?.isThere && <More {...more} />}
    </section>
  );
}

interface RowsProps<Row> {
  label: string;
  visible: readonly DataColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  onOpen: ((row: Row) => void) | undefined;
  body: RefObject<HTMLTableSectionElement | null>;
  byClick: (event: MouseEvent, row: Row) => void;
}

function Rows<Row>({ label, visible, rows, keyOf, onOpen, body, byClick }: RowsProps<Row>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={`cw-card ${styles.scroll}`} tabIndex={0} role="group" aria-label={label}>
      <Table className={styles.grid}>
        <Table.Thead>
          <Table.Tr>
            {visible.map((column) => (
              <Table.Th key={column.id} w={column.width} data-align={column.align} data-from={column.from} scope="col">
                {column.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {rows.map((row) => (
            <Table.Tr
              key={keyOf(row)}
              data-key={keyOf(row)}
              data-opens={onOpen ? true : undefined}
              onClick={(event) => byClick(event, row)}
            >
              {visible.map((column) => (
                <Table.Td key={column.id} data-align={column.align} data-from={column.from} data-wrap={column.wrap}>
                  {column.isName && onOpen ? (
                    <button type="button" className={styles.name} onClick={() => onOpen(row)}>
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function More({ isLoading, load }: { isLoading: boolean; load: () => void }) {
  const t = useTranslations('design');
  return (
    <Button variant="default" mt="md" loading={isLoading} onClick={load} className={styles.more}>
      {t('loadMore')}
    </Button>
  );
}
