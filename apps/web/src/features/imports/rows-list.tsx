'use client';

import type { Import } from '@cartwheel/contracts';
import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { ExportMenu } from '../../components/export-menu.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { Loading } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { outcomes, outcomeTone, type TellingHeader, tellingHeaders } from './import-words.ts';
import styles from './imports.module.css';
import { type ImportRow, useImportRows } from './queries.ts';

/** The rows behind the number that was pressed. */
export function RowsList({ found }: { found: Import }) {
  const t = useTranslations('imports');
  const { values, change } = useUrlState({ rows: '' });
  const outcome = outcomes.find((one) => one === values.rows);
  const list = useImportRows(found.id, outcome, found.status);
  const headers = tellingHeaders(found);
  const isWarned = values.rows === 'WARNINGS';
  const rows = isWarned ? list.rows?.filter((row) => row.warnings.length > 0) : list.rows;
  return (
    <section className={`cw-card ${styles.question}`} aria-label={t('rows')}>
      <div className={styles.rowsHead}>
        <ChoiceChips
          label={t('rows')}
          value={outcome ?? (isWarned ? 'WARNINGS' : '')}
          onChange={(next) => change({ rows: next })}
          choices={['', ...outcomes, 'WARNINGS'].map((value) => ({ value, label: t(`show.${value || 'ALL'}`) }))}
        />
        {!isWarned && <ExportMenu {...list.exporting} of={t('rows')} />}
      </div>
      {!rows && list.problem && <ErrorCard problem={list.problem} title={t('rowsFailed')} onRetry={list.retry} />}
      {!rows && !list.problem && <Loading rows={4} />}
      {rows?.length === 0 && <p className={styles.muted}>{t('noRows')}</p>}
      <ul className={styles.rows}>
        {rows?.map((row, index) => (
          <RowLine key={`${row.sheet} ${row.rowNumber} ${index}`} row={row} headers={headers} />
        ))}
      </ul>
      {list.isMore && (
        <Button variant="default" loading={list.isLoadingMore} onClick={() => void list.loadMore()}>
          {t('moreRows')}
        </Button>
      )}
    </section>
  );
}

function RowLine({ row, headers }: { row: ImportRow; headers: readonly TellingHeader[] }) {
  const t = useTranslations('imports');
  const path = useCenterPath();
  const format = useFormatting();
  const said = (header: string) => (/^\d{4}-\d{2}-\d{2}$/.test(header) ? format.date(header) : header);
  const href = row.leadId ? path('leads', row.leadId) : row.studentId && path('students', row.studentId);
  const words = headers
    .filter(({ header }) => row.cells[header])
    .map(({ header, isNamed }) => (isNamed ? `${said(header)}: ${row.cells[header]}` : row.cells[header]))
    .slice(0, 5)
    .join(' · ');
  return (
    <li>
      <span className={styles.rowNumber}>{t('rowNumber', { number: row.rowNumber })}</span>
      <span className={styles.rowWords}>
        <bdi>{words}</bdi>
        {[...row.reasons, ...row.warnings].map(({ code, message }, index) => (
          <span key={`${code} ${index}`} className={styles.reason}>
            {message}
          </span>
        ))}
      </span>
      {row.outcome && <StatusChip tone={outcomeTone[row.outcome]}>{t(`show.${row.outcome}`)}</StatusChip>}
      {href && (
        <Anchor component={Link} href={href} prefetch={false}>
          {t('open')}
        </Anchor>
      )}
    </li>
  );
}
