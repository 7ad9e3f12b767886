'use client';

import type { Import } from '@cartwheel/contracts';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { type Column, confidenceTone } from './import-words.ts';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';
import { useFieldNames } from './field-names.ts';

/** Each column of the file with what it holds, and where it goes. */
export function ColumnsTable({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  return (
    <ul className={styles.columns} aria-label={t('columns', { count: found.columns.length })}>
      {found.columns.map((column) => (
        <ColumnLine key={column.index} column={column} found={found} acts={acts} />
      ))}
    </ul>
  );
}

function ColumnLine({ column, found, acts }: { column: Column; found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const nameOf = useFieldNames();
  const header = column.header || t('unnamedColumn', { number: column.index + 1 });
  const choices = found.fields.map(({ field }) => ({ value: field, label: nameOf(field) }));
  return (
    <li className={styles.column}>
      <div className={styles.fromFile}>
        <strong>
          <bdi>{header}</bdi>
        </strong>
        <span className={styles.samples}>
          {column.samples.slice(0, 3).map((sample, index) => (
            <bdi key={index}>{sample}</bdi>
          ))}
        </span>
        <span className={styles.muted}>{t('filled', { share: format.percent(column.filled) })}</span>
      </div>
      <NativeSelect
        aria-label={t('goesTo', { header })}
        value={column.field ?? ''}
        disabled={acts.isChanging}
        onChange={(event) =>
          acts.change({ mapping: { ...found.mapping, [String(column.index)]: event.currentTarget.value || null } })
        }
        data={[{ value: '', label: t('leaveOut') }, ...choices]}
      />
      <StatusChip tone={confidenceTone[column.confidence]}>{t(`confidence.${column.confidence}`)}</StatusChip>
    </li>
  );
}
