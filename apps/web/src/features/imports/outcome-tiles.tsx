'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { NumberTile } from '../../components/number-tile.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './imports.module.css';
import { useImportRows } from './queries.ts';

interface OutcomeTilesProps {
  found: Import;
  /** Before the run: what would become of the rows. */
  isPlan?: boolean;
}

export function OutcomeTiles({ found, isPlan = false }: OutcomeTilesProps) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const path = useCenterPath();
  const warned = useImportRows(found.id, undefined, found.status);
  const warnings = warned.rows?.filter((row) => row.warnings.length > 0).length ?? 0;
  const { created, updated, skipped, failed } = found.counts;
  const counts = { CREATED: created, UPDATED: updated, SKIPPED: skipped, FAILED: failed };
  const tense = isPlan ? 'plan' : 'outcome';
  const list = (rows: string) => `${path('imports', found.id)}?rows=${rows}`;
  return (
    <section className={styles.tiles} aria-label={t('outcomes')}>
      {(['CREATED', 'UPDATED', 'SKIPPED', 'FAILED'] as const).map((outcome) => (
        <NumberTile
          key={outcome}
          label={t(`${tense}.${outcome}`)}
          value={format.number(counts[outcome])}
          href={list(outcome)}
        />
      ))}
      <NumberTile
        label={t('warningsTile')}
        value={warned.isMore ? t('atLeast', { count: format.number(warnings) }) : format.number(warnings)}
        href={list('WARNINGS')}
      />
    </section>
  );
}
