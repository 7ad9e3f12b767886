'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Initials } from '../../components/initials.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { Forbidden, Loading } from '../../components/state-views.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { BatchCard } from './batch-card.tsx';
import styles from './convert.module.css';
import { DiscountCard } from './discount-card.tsx';
import { NotRenewable } from './not-renewable.tsx';
import { PaymentCard } from './payment-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { PriceCard } from './price-card.tsx';
import { useRenewal } from './queries.ts';
import { sameChoices } from './renewal-choices.ts';
import { RenewalNotes } from './renewal-notes.tsx';
import { Renewed } from './renewed.tsx';
import { useRenewing } from './use-renewing.ts';

export function RenewScreen({ enrollmentId }: { enrollmentId: string }) {
  const t = useTranslations('convert');
  const { may } = useSession();
  const isAllowed = may('renewals:write');
  const known = useRenewal(enrollmentId, isAllowed);
  if (!isAllowed) return <Forbidden who={t('whoMayRenew')} isPage />;
  if (known.data) return <Renew key={enrollmentId} known={known.data} />;
  if (!known.error) return <Loading />;
  return <ErrorCard problem={known.error} title={t('renewalFailed')} onRetry={known.retry} />;
}

type Known = NonNullable<ReturnType<typeof useRenewal>['data']>;

function Renew({ known: now }: { known: Known }) {
  const t = useTranslations('convert');
  const format = useFormatting();
  // Whatever is read again after renewing, the page stays what it was opened with.
  const [known] = useState(now);
  const [choices, setChoices] = useState(() => sameChoices(known, format.today()));
  const set = (changes: Partial<typeof choices>) => setChoices((before) => ({ ...before, ...changes }));
  const renewing = useRenewing({ known, choices });
  const { renewal, plans, batches } = known;
  if (renewing.renewed) return <Renewed renewal={renewal} renewed={renewing.renewed} />;
  if (renewal.renewed || renewal.status === 'CANCELLED') return <NotRenewable renewal={renewal} />;
  const { quote, errorAt } = renewing;
  return (
    <form onSubmit={renewing.submit} noValidate>
      <PageHeader
        lead={<Initials name={renewal.studentName} />}
        title={t('renewTitle', { name: renewal.studentName })}
        subtitle={t('renewBefore', {
          plan: renewal.planName,
          end: renewal.endDate ? format.date(renewal.endDate) : 'none',
        })}
      />
      <div className={styles.columns}>
        <div className={styles.cards}>
          <RenewalNotes renewal={renewal} />
          <PlanCard plans={plans} choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
          <BatchCard
            batches={batches}
            choices={choices}
            quote={quote}
            // Another class changes neither when it begins nor when it ends.
            onChange={(changes) => set({ ...changes, startDate: choices.startDate, endDate: choices.endDate })}
            errorAt={errorAt}
          />
          <DiscountCard choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
          <PaymentCard choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
        </div>
        <PriceCard
          known={{ plans, batches }}
          choices={choices}
          saving={renewing}
          act="renew"
          planName={renewal.planName}
        />
      </div>
    </form>
  );
}
