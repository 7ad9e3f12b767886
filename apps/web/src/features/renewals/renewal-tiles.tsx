'use client';

import { Button, Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { NumberTile } from '../../components/number-tile.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSummary } from './queries.ts';
import styles from './renewals.module.css';

/** How well it goes, and what is at stake; each opens its list, and says how it is counted. */
export function RenewalTiles() {
  const t = useTranslations('renewals');
  const format = useFormatting();
  const here = useCenterPath()('renewals');
  const { data } = useSummary();
  if (!data) return null;
  const { rate, atRisk } = data;
  const counted = t('rateOf', { renewed: rate.renewed, due: rate.due });
  const none = rate.due === 0 ? t('noneDue') : counted;
  return (
    <section className={styles.tiles} aria-label={t('figures')}>
      <NumberTile
        label={t('rate')}
        value={rate.percent === null ? none : format.percent(rate.percent / 100)}
        href={`${here}?${new URLSearchParams({ tab: 'RENEWED', from: rate.from, to: rate.to })}`}
        note={rate.percent !== null && <span className={styles.muted}>{counted}</span>}
      />
      {atRisk && (
        <>
          <NumberTile label={t('atRisk')} value={format.money(atRisk.value)} href={`${here}?tab=DAYS_30`} />
          <NumberTile label={t('overdueValue')} value={format.money(atRisk.overdue)} href={`${here}?tab=OVERDUE`} />
        </>
      )}
      <Popover width={360} position="bottom-end" withArrow trapFocus>
        <Popover.Target>
          <Button variant="subtle" leftSection={<IconInfoCircle size={20} aria-hidden />}>
            {t('countedHow')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('countedHow')}>
          <dl className={styles.definitions}>
            <dt>{t('rate')}</dt>
            <dd>{rate.definition}</dd>
            {atRisk && (
              <>
                <dt>{t('atRisk')}</dt>
                <dd>{atRisk.definition}</dd>
              </>
            )}
          </dl>
        </Popover.Dropdown>
      </Popover>
    </section>
  );
}
