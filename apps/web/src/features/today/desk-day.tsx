'use client';

import type { Dashboard } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NumberTile } from '../../components/number-tile.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { DiscountsWaiting, Expiring, PaymentsDue } from './desk-money.tsx';
import { Arriving, FollowUpsDue, TrialsToday } from './desk-people.tsx';
import { useDashboard } from './queries.ts';
import styles from './today.module.css';

/** What the front desk has to do now, each part with the way to its list. */
export function DeskDay({ inside }: { inside: ReactNode }) {
  const t = useTranslations('today');
  const format = useFormatting();
  return (
    <>
      <PageHeader title={t('title')} subtitle={format.day(format.today())} />
      <QueryView query={useDashboard()} failure={t('loadFailed')}>
        {(day) => (
          <>
            <Tiles day={day} inside={inside} />
            <div className={styles.columns}>
              <Arriving day={day} />
              <FollowUpsDue day={day} />
              <TrialsToday day={day} />
              <Expiring day={day} />
              <PaymentsDue day={day} />
              <DiscountsWaiting day={day} />
            </div>
          </>
        )}
      </QueryView>
    </>
  );
}

function Tiles({ day: { counts, collectedToday }, inside }: { day: Dashboard; inside: ReactNode }) {
  const t = useTranslations('today');
  const terms = useTerms();
  const format = useFormatting();
  const path = useCenterPath();
  if (!counts) return null;
  return (
    <div className={styles.tiles}>
      <NumberTile label={t('desk.openLeads')} value={format.number(counts.openLeads)} href={path('leads')} />
      <NumberTile
        label={t('desk.overdueFollowUps')}
        value={format.number(counts.overdueFollowUps)}
        href={`${path('leads')}?view=list&next=OVERDUE`}
      />
      <NumberTile
        label={t('desk.activeStudents', terms)}
        value={format.number(counts.activeStudents)}
        href={`${path('students')}?status=ACTIVE`}
      />
      {collectedToday && (
        <NumberTile
          label={t('desk.collectedToday')}
          value={format.money(collectedToday)}
          href={`${path('payments')}?tab=received&period=today`}
        />
      )}
      {inside}
    </div>
  );
}
