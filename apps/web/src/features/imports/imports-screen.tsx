'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Empty, Forbidden } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { statusTone } from './import-words.ts';
import styles from './imports.module.css';
import { useImports } from './queries.ts';
import { UploadCard } from './upload-card.tsx';

export function ImportsScreen() {
  const t = useTranslations('imports');
  const { may } = useSession();
  if (!may('imports:manage')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <UploadCard />
      <History />
    </>
  );
}

function History() {
  const t = useTranslations('imports');
  const router = useRouter();
  const path = useCenterPath();
  const list = useImports();
  const columns = useHistoryColumns();
  return (
    <section className={styles.history}>
      <h2>{t('history')}</h2>
      <DataTable
        label={t('history')}
        name="imports"
        columns={columns}
        rows={list.rows}
        keyOf={(one) => one.id}
        onOpen={(one) => router.push(path('imports', one.id))}
        problem={list.problem}
        failure={t('historyFailed')}
        onRetry={list.retry}
        empty={<Empty title={t('noImports')} text={t('noImportsText')} />}
        more={list.more}
        exporting={list.exporting}
      />
    </section>
  );
}

function useHistoryColumns(): DataColumn<Import>[] {
  const t = useTranslations('imports');
  const format = useFormatting();
  const terms = useTerms();
  return useMemo(
    () => [
      { id: 'file', header: t('column.file'), cell: (one) => <FileName of={one} />, isName: true },
      { id: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`, terms), from: 'tablet' },
      { id: 'status', header: t('column.status'), cell: (one) => <ImportChip status={one.status} /> },
      {
        id: 'created',
        header: t('column.created'),
        cell: ({ counts }) => format.number(counts.created),
        align: 'end',
        from: 'tablet',
      },
      {
        id: 'failed',
        header: t('column.failed'),
        cell: ({ counts }) => format.number(counts.failed),
        align: 'end',
        from: 'desk',
      },
      { id: 'at', header: t('column.at'), cell: ({ createdAt }) => format.dateTime(createdAt), from: 'tablet' },
      { id: 'by', header: t('column.by'), cell: ({ createdBy }) => createdBy?.name, from: 'desk' },
    ],
    [t, format, terms],
  );
}

function FileName({ of: { fileName, sameFileImportedAt } }: { of: Import }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  return (
    <>
      <bdi className={styles.fileName}>{fileName}</bdi>
      {sameFileImportedAt && (
        <span className={styles.again}>{t('sameFile', { when: format.dateTime(sameFileImportedAt) })}</span>
      )}
    </>
  );
}

export function ImportChip({ status }: { status: Import['status'] }) {
  const t = useTranslations('imports');
  return <StatusChip tone={statusTone[status]}>{t(`status.${status}`)}</StatusChip>;
}
