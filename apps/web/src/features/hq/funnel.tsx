'use client';

import { useTranslations } from 'next-intl';
import { ChartCard } from '../../components/chart-card.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './hq.module.css';
import { shareOf } from './league.ts';
import type { Dashboard } from './queries.ts';

/** What each stage is measured against: the stage before it, but a renewal against what was due. */
const against: Partial<Record<Stage['stage'], Stage['stage']>> = {
  TRIALS_BOOKED: 'LEADS',
  TRIALS_ATTENDED: 'TRIALS_BOOKED',
  ENROLLED: 'TRIALS_ATTENDED',
  RENEWED: 'RENEWALS_DUE',
};
type Stage = Dashboard['funnel'][number];

export function Funnel({ funnel }: { funnel: Dashboard['funnel'] }) {
  const t = useTranslations('hq.funnel');
  const format = useFormatting();
  const most = Math.max(1, ...funnel.map(({ count }) => count));
  const countOf = (stage: Stage['stage'] | undefined) => funnel.find((one) => one.stage === stage)?.count ?? 0;
  const rate = ({ stage, count }: Stage) => {
    const whole = countOf(against[stage]);
    const share = whole === 0 ? null : shareOf((100 * count) / whole, whole);
    return share === null ? '' : ` · ${format.percent(share)}`;
  };
  return (
    <ChartCard
      title={t('title')}
      definition={t('definition')}
      columns={[t('stage'), t('now'), t('before')]}
      rows={funnel.map(({ stage, count, previous }) => [t(`stages.${stage}`), count, previous])}
      fileName="funnel"
    >
      <ol className={styles.funnel}>
        {funnel.map((one) => (
          <li key={one.stage}>
            <span>{t(`stages.${one.stage}`)}</span>
            <span className={styles.bar} aria-hidden>
              <span style={{ width: `${(one.count / most) * 100}%` }} />
            </span>
            <strong className="cw-number">
              {format.number(one.count)}
              {rate(one)}
            </strong>
          </li>
        ))}
      </ol>
    </ChartCard>
  );
}
