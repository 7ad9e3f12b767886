'use client';

import type { Import } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { ErrorGroups } from './error-groups.tsx';
import styles from './imports.module.css';
import { OutcomeTiles } from './outcome-tiles.tsx';
import type { ImportActs } from './queries.ts';
import { ReviewStep } from './review-step.tsx';
import { RowsList } from './rows-list.tsx';

/** What the import would do. Nothing is written yet, so that everything can still be corrected. */
export function CheckedStep({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const { created, updated } = found.counts;
  const count = created + updated;
  return (
    <>
      <section className={`cw-card ${styles.verdict}`}>
        <div>
          <h2>{t('nothingWrittenYet')}</h2>
          <p>{count > 0 ? t('importPromise') : t('nothingToImport')}</p>
        </div>
        <Button size="lg" color="good" loading={acts.isStarting} disabled={count === 0} onClick={acts.run}>
          {t('importRows', { count, number: format.number(count) })}
        </Button>
      </section>
      <OutcomeTiles found={found} isPlan />
      <ErrorGroups found={found} />
      <RowsList found={found} />
      <details className={`cw-card ${styles.fold}`}>
        <summary>{t('correct')}</summary>
        <ReviewStep found={found} acts={acts} />
      </details>
    </>
  );
}
