'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useTerms } from '../../lib/terms.tsx';
import { groupByReason } from './error-reasons.ts';
import { useFieldNames } from './field-names.ts';
import styles from './imports.module.css';
import { useImportRows } from './queries.ts';

/** Rows that cannot come in, by what is wrong: one correction usually mends all of a group. */
export function ErrorGroups({ found }: { found: Import }) {
  const t = useTranslations('imports');
  const terms = useTerms();
  const nameOf = useFieldNames();
  const { rows } = useImportRows(found.id, 'FAILED', found.status);
  const groups = groupByReason(rows ?? []);
  if (groups.length === 0) return null;
  return (
    <section className={`cw-card ${styles.question}`}>
      <h2>{t('whyErrors')}</h2>
      <ul className={styles.groups}>
        {groups.map(({ code, field, count, example, rowNumbers }) => (
          <li key={`${code} ${field}`}>
            <strong>
              {field && `${nameOf(field)}: `}
              {t.has(`problem.${code}`) ? t(`problem.${code}`, terms) : example}
            </strong>{' '}
            <span className={styles.muted}>{t('rowsAffected', { count, rows: firstOf(rowNumbers) })}</span>
            <div className={styles.muted}>{example}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function firstOf(rowNumbers: readonly number[]): string {
  return rowNumbers.slice(0, 6).join(', ') + (rowNumbers.length > 6 ? ' …' : '');
}
