'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import { NumberTile } from '../../components/number-tile.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { inWholeUnits } from '../../lib/format.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { ChangeChip } from './change-chip.tsx';
import styles from './hq.module.css';
import { type Measure, shareOf } from './league.ts';
import type { Dashboard } from './queries.ts';

interface TileProps {
  measure: Measure;
  figure: Dashboard['figures']['newLeads'];
  text: (value: number) => string;
  kind: 'count' | 'share';
  before: string;
}

/** All centers together; a tile sorts the table by what it counts. */
export function KpiTiles({ figures, before }: { figures: Dashboard['figures']; before: string }) {
  const t = useTranslations('hq');
  const { number, percent, money } = useFormatting();
  const count = { text: number, kind: 'count', before } as const;
  const share = { text: percent, kind: 'share', before } as const;
  return (
    <section className={styles.tiles} aria-label={t('together')}>
      <Tile measure="newLeads" figure={figures.newLeads} {...count} />
      <Tile measure="conversion" figure={figures.trialToEnrolledPercent} {...share} />
      <Tile measure="activeStudents" figure={figures.activeStudents} {...count} />
      <Tile measure="renewal" figure={figures.renewalPercent} {...share} />
      <Tile measure="attendance" figure={figures.attendancePercent} {...share} />
      {figures.collected.map(({ currency, ...figure }) => (
        <Tile
          key={currency}
          measure="collected"
          figure={figure}
          {...count}
          text={(amountMinor) => money({ amountMinor: inWholeUnits(amountMinor, currency), currency })}
        />
      ))}
    </section>
  );
}

function Tile({ measure, figure, text, kind, before }: TileProps) {
  const t = useTranslations('hq');
  const read = (value: number | null) => (kind === 'share' ? shareOf(value, figure.of) : value);
  const [value, previous] = [read(figure.value), read(figure.previous)];
  return (
    <NumberTile
      label={t(`measure.${measure}`)}
      value={value === null ? '–' : text(value)}
      href={useSortAddress()(measure)}
      note={
        <span className={styles.course}>
          <ChangeChip {...{ value, previous, kind, before }} />
          <Sparkline values={figure.series} />
        </span>
      }
    />
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
