'use client';

import type { Import } from '@cartwheel/contracts';
import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useConfirm } from '../../components/confirm.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { ErrorGroups } from './error-groups.tsx';
import { rejectedCsv } from './error-reasons.ts';
import styles from './imports.module.css';
import { OutcomeTiles } from './outcome-tiles.tsx';
import { type ImportActs, useImportRows } from './queries.ts';
import { RowsList } from './rows-list.tsx';
import { saveText } from '../../lib/save-text.ts';

const titles = { FAILED: 'failed', UNDONE: 'undone' } as const;

export function ImportResult({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const terms = useTerms();
  const path = useCenterPath();
  const { created, updated } = found.counts;
  const isUndone = found.status === 'UNDONE';
  const title = found.status === 'FAILED' || found.status === 'UNDONE' ? titles[found.status] : 'done';
  return (
    <>
      <section className={`cw-card ${styles.verdict}`}>
        <div>
          <h2>{t(`result.${title}`, { count: created + updated, number: format.number(created + updated) })}</h2>
          {found.failure && <p>{found.failure}</p>}
          {found.undoneAt && <p>{t('undoneAt', { when: format.dateTime(found.undoneAt) })}</p>}
        </div>
        <Group gap={8}>
          <UndoButton found={found} acts={acts} />
          {!isUndone && (
            <Button component={Link} href={path(found.kind === 'LEADS' ? 'leads' : 'students')} prefetch={false}>
              {t(found.kind === 'LEADS' ? 'openLeads' : 'openStudents', terms)}
            </Button>
          )}
        </Group>
      </section>
      <KeptRows found={found} />
      <OutcomeTiles found={found} />
      {found.counts.failed > 0 && <RejectedRows found={found} />}
      <ErrorGroups found={found} />
      <RowsList found={found} />
    </>
  );
}

function UndoButton({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const confirm = useConfirm();
  const [openedAt] = useState(() => Date.now());
  if (found.status === 'UNDONE' || !found.undoUntil || Date.parse(found.undoUntil) < openedAt) return null;
  const undo = async () => {
    const { created, updated } = found.counts;
    const isSure = await confirm({
      title: t('undoTitle'),
      consequence: t('undoConsequence', { created: format.number(created), updated: format.number(updated) }),
      confirmLabel: t('undoConfirm'),
      isDangerous: true,
    });
    if (isSure) acts.undo();
  };
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
      loading={acts.isUndoing}
      aria-description={t('undoUntil', { when: format.dateTime(found.undoUntil) })}
      onClick={() => void undo()}
    >
      {t('undoImport')}
    </Button>
  );
}

function KeptRows({ found: { keptRows } }: { found: Import }) {
  const t = useTranslations('imports');
  if (keptRows.length === 0) return null;
  return (
    <section className={`cw-card ${styles.question}`}>
      <h2>{t('kept', { count: keptRows.length })}</h2>
      <p className={styles.muted}>{t('keptText')}</p>
      <ul className={styles.groups}>
        {keptRows.map(({ rowNumber, what }, index) => (
          <li key={index}>
            {rowNumber !== null && <>{t('rowNumber', { number: rowNumber })} · </>}
            <bdi>{what}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RejectedRows({ found }: { found: Import }) {
  const t = useTranslations('imports');
  const [isBusy, setBusy] = useState(false);
  const list = useImportRows(found.id, 'FAILED', found.status);
  const words = { row: t('column.row'), sheet: t('column.sheet'), reason: t('column.reason') };
  const save = async () => {
    setBusy(true);
    let pages = list.isMore ? await list.loadMore() : null;
    while (pages?.hasNextPage) pages = await list.loadMore();
    const rows = pages?.data?.pages.flatMap((page) => page.items) ?? list.rows ?? [];
    const base = found.fileName.replace(/\.\w+$/, '');
    saveText(rejectedCsv(rows, words), `${base} - ${t('rejectedFile')}.csv`);
    setBusy(false);
  };
  return (
    <Button
      variant="default"
      mb={16}
      leftSection={<IconDownload size={18} aria-hidden />}
      loading={isBusy}
      disabled={!list.rows}
      onClick={() => void save()}
    >
      {t('downloadRejected', { count: found.counts.failed })}
    </Button>
  );
}
