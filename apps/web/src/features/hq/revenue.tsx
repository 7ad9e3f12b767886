'use client';

import { useTranslations } from 'next-intl';
import { ChartCard } from '../../components/chart-card.tsx';
import { plainAmount } from '../../lib/format.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { ChangeChip } from './change-chip.tsx';
import styles from './hq.module.css';
import type { Dashboard } from './queries.ts';

const SHOWN = 8;

/** What was invoiced, plan by plan. Amounts of different currencies have no common length. */
export function Revenue({ revenue, before }: { revenue: Dashboard['revenue']; before: string }) {
  const t = useTranslations('hq.revenue');
  const format = useFormatting();
  const nameOf = (plan: string) => plan || t('other');
  const most = (currency: string) =>
    Math.max(
      1,
      ...revenue.filter(({ invoiced }) => invoiced.currency === currency).map(({ invoiced }) => invoiced.amountMinor),
    );
  const row = (amount: (money: Dashboard['revenue'][number]['invoiced']) => string | number) =>
    revenue.map(({ plan, sold, invoiced, previous }) => [
      nameOf(plan),
      invoiced.currency,
      sold,
      amount(invoiced),
      amount(previous),
    ]);
  return (
    <ChartCard
      title={t('title')}
      definition={t('definition')}
      columns={[t('plan'), t('currency'), t('sold'), t('invoiced'), t('before')]}
      rows={row(format.money)}
      fileRows={row(plainAmount)}
      fileName="revenue-by-plan"
    >
      {revenue.length === 0 && <p className={styles.muted}>{t('none')}</p>}
      <ul className={styles.plans}>
        {revenue.slice(0, SHOWN).map(({ plan, sold, invoiced, previous }) => (
          <li key={`${plan} ${invoiced.currency}`}>
            <span className={styles.plan}>
              <bdi>{nameOf(plan)}</bdi>
              <span className={styles.muted}>{t('count', { count: sold })}</span>
            </span>
            <span className={styles.planMoney}>
              <strong className="cw-number">{format.money(invoiced)}</strong>
              <ChangeChip value={invoiced.amountMinor} previous={previous.amountMinor} kind="count" before={before} />
            </span>
            <span className={styles.bar} aria-hidden>
              <span style={{ width: `${Math.max(0, (invoiced.amountMinor / most(invoiced.currency)) * 100)}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {revenue.length > SHOWN && <p className={styles.muted}>{t('more', { count: revenue.length - SHOWN })}</p>}
    </ChartCard>
  );
}
