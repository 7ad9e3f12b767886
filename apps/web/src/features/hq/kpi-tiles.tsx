'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { NumberTile } from '../../components/number-tile.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './hq.module.css';
import { type Measure, totalsOf } from './league.ts';
import type { CenterFigures } from './queries.ts';

/** All centers together; a tile sorts the table by what it counts. */
export function KpiTiles({ centers }: { centers: readonly CenterFigures[] }) {
  const t = useTranslations('hq');
  const format = useFormatting();
  const totals = totalsOf(centers);
  const addressOf = useSortAddress();
  const share = (value: number | null) => (value === null ? '–' : format.percent(value));
  const sums = (amounts: { amountMinor: number; currency: string }[]) => (
    <span className={amounts.length > 1 ? styles.sums : undefined}>{amounts.map(format.money).join(' + ')}</span>
  );
  const tiles: [Measure, ReactNode][] = [
    ['newLeads', format.number(totals.newLeads)],
    ['conversion', share(totals.conversion)],
    ['activeStudents', format.number(totals.activeStudents)],
    ['attendance', share(totals.attendance)],
    ['collected', sums(totals.collected)],
    ['due', sums(totals.due)],
  ];
  return (
    <section className={styles.tiles} aria-label={t('together')}>
      {tiles.map(([measure, value]) => (
        <NumberTile key={measure} label={t(`measure.${measure}`)} value={value} href={addressOf(measure)} />
      ))}
    </section>
  );
}

function useSortAddress(): (measure: Measure) => string {
  const here = usePathname();
  const search = useSearchParams();
  return (measure) => {
    const query = new URLSearchParams(search);
    query.set('sort', measure);
    query.delete('order');
    return `${here}?${query}`;
  };
}
