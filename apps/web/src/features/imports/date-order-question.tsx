'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { parseShortDate } from '../../lib/format.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';

const orders = ['DMY', 'MDY', 'YMD'] as const;

/** No date of the file tells day from month: shows what the first one would be either way. */
export function DateOrderQuestion({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const sample = found.dateSamples[0] ?? '';
  const possible = orders.flatMap((value) => {
    const day = parseShortDate(sample, value);
    return day ? [{ value, label: t('readAs', { sample, day: format.date(day) }) }] : [];
  });
  const different = possible.filter((one, at) => possible.findIndex((other) => other.label === one.label) === at);
  const choices = different.length > 1 ? different : orders.map((value) => ({ value, label: t(`order.${value}`) }));
  return (
    <section className={`cw-card ${styles.question}`}>
      <ChoiceChips
        label={t('dateQuestion')}
        value={found.dateOrder}
        disabled={acts.isChanging}
        onChange={(dateOrder) => acts.change({ dateOrder })}
        choices={choices}
      />
      <p className={styles.muted}>{t('dateHint', { samples: found.dateSamples.slice(0, 4).join(' · ') })}</p>
    </section>
  );
}
