'use client';

import { useTranslations } from 'next-intl';
import { localOf } from '@cartwheel/domain/calendar';
import { useState } from 'react';
import { Initials } from '../../components/initials.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { Forbidden, Loading } from '../../components/state-views.tsx';
import { useCenter } from '../../lib/center.tsx';
import { useSession } from '../../lib/session.tsx';
import { BatchCard } from './batch-card.tsx';
import { usualChoices } from './choices.ts';
import { ContactCard } from './contact-card.tsx';
import styles from './convert.module.css';
import { DiscountCard } from './discount-card.tsx';
import { Enrolled } from './enrolled.tsx';
import { NotConvertible } from './not-convertible.tsx';
import { PaymentCard } from './payment-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { PriceCard } from './price-card.tsx';
import { useConversion } from './queries.ts';
import { useEnrolling } from './use-enrolling.ts';
import { useLeadWords } from './lead-words.ts';

export function ConvertScreen({ leadId }: { leadId: string }) {
  const t = useTranslations('convert');
  const { may } = useSession();
  const conversion = useConversion(leadId);
  if (!may('enrollments:create')) return <Forbidden who={t('whoMay')} isPage />;
  if (conversion.data) return <Convert known={conversion.data} />;
  if (!conversion.error) return <Loading />;
  return <ErrorCard problem={conversion.error} title={t('loadFailed')} onRetry={conversion.retry} />;
}

type Known = NonNullable<ReturnType<typeof useConversion>['data']>;

function Convert({ known: now }: { known: Known }) {
  const t = useTranslations('convert');
  const { timezone } = useCenter();
  // Whatever is read again after enrolling, the page stays what it was opened with.
  const [known] = useState(now);
  const [choices, setChoices] = useState(() => {
    const { date, time } = localOf(new Date(), timezone);
    return usualChoices(known, { day: date, time });
  });
  const set = (changes: Partial<typeof choices>) => setChoices((before) => ({ ...before, ...changes }));
  const words = useLeadWords(known);
  const enrolling = useEnrolling({ known, choices });
  if (enrolling.converted) return <Enrolled converted={enrolling.converted} />;
  const { lead, plans, batches } = known;
  if (!lead.allowed.includes('ENROLLED') || plans.length === 0 || batches.length === 0) {
    return <NotConvertible known={known} />;
  }
  const { quote, errorAt } = enrolling;
  return (
    <form onSubmit={enrolling.submit} noValidate>
      <PageHeader
        lead={<Initials name={lead.studentName} />}
        title={t('title', { name: lead.studentName })}
        subtitle={words}
      />
      <div className={styles.columns}>
        <div className={styles.cards}>
          {enrolling.needsGuardian && <ContactCard choices={choices} onChange={set} errorAt={errorAt} />}
          <PlanCard plans={plans} offersCustom choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
          <BatchCard batches={batches} choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
          <DiscountCard choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
          <PaymentCard choices={choices} quote={quote} onChange={set} errorAt={errorAt} />
        </div>
        <PriceCard known={known} choices={choices} saving={enrolling} />
      </div>
    </form>
  );
}
