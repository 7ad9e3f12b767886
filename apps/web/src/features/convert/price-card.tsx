'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ErrorSummary } from '../../components/form-problems.tsx';
import { MoneyText } from '../../components/money.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Choices } from './choices.ts';
import styles from './convert.module.css';
import type { Batch, Plan, Quote } from './queries.ts';
import type { Saving } from './use-saving.ts';

interface PriceCardProps {
  known: { plans: readonly Plan[]; batches: readonly Batch[] };
  choices: Choices;
  saving: Saving;
  act?: 'enroll' | 'renew';
  /** What is sold where no plan of the list is chosen. */
  planName?: string;
}

export function PriceCard({ known, choices, saving, act = 'enroll', planName = '' }: PriceCardProps) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const { quote, amount, isPending, isChecking, isFresh, quoteError } = saving;
  const plan = known.plans.find((one) => one.id === choices.planId);
  const label = amount > 0 ? t(`${act}AndTake`, { amount: format.amount(amount) }) : t(`${act}Unpaid`);
  return (
    <section className={`cw-card ${styles.price}`} aria-label={t('whatHappens')}>
      <h2>{t('whatHappens')}</h2>
      {quote && (
        <PriceLines
          quote={quote}
          planName={plan?.name ?? (planName || t('customPlan'))}
          isInParts={choices.installments !== null}
        />
      )}
      {quote && <Consequences known={known} choices={choices} quote={quote} />}
      <ProblemNotice problem={quoteError} />
      <Refusal saving={saving} />
      <Button
        type="submit"
        size="xl"
        fullWidth
        className={styles.submit}
        disabled={!quote || !isFresh || choices.days.length === 0 || !saving.isPlanned}
        loading={isPending && !isChecking}
        data-disabled={isChecking || undefined}
      >
        {isChecking ? t('checking') : label}
      </Button>
      <p className={styles.key}>{choices.days.length === 0 ? t('chooseDay') : t('ctrlEnter')}</p>
      <p role="status">{isChecking ? t('checkingLong') : ''}</p>
    </section>
  );
}

function PriceLines({ quote, planName, isInParts }: { quote: Quote; planName: string; isInParts: boolean }) {
  const t = useTranslations('convert');
  const isLater = quote.discountNeedsApproval;
  return (
    <dl className={styles.lines}>
      <dt>{planName}</dt>
      <dd>
        <MoneyText money={quote.subtotal} />
      </dd>
      {quote.discount.amountMinor > 0 && (
        <>
          <dt className={styles.soft}>{t(isLater ? 'discountLater' : 'discountNow')}</dt>
          <dd className={styles.soft}>
            <MoneyText money={{ ...quote.discount, amountMinor: -quote.discount.amountMinor }} />
          </dd>
        </>
      )}
      {quote.tax.amountMinor > 0 && (
        <>
          <dt>{t('tax')}</dt>
          <dd>
            <MoneyText money={quote.tax} />
          </dd>
        </>
      )}
      <dt className={styles.total}>{t(isInParts ? 'toPayInParts' : 'toPay')}</dt>
      <dd className={styles.total}>
        <MoneyText money={quote.total} />
      </dd>
      {isLater && (
        <>
          <dt className={styles.soft}>{t('onceApproved')}</dt>
          <dd className={styles.soft}>
            <MoneyText money={quote.totalOnceApproved} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Consequences({ known, choices, quote }: { known: PriceCardProps['known']; choices: Choices; quote: Quote }) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const chosen = known.batches.filter((one) => choices.batchIds.includes(one.id));
  const days = new Intl.ListFormat(format.locale).format(choices.days.map((day) => format.weekday(someDay(day))));
  const times = [...new Set(chosen.map((one) => format.clock(one.startTime)))];
  const time = new Intl.ListFormat(format.locale).format(times);
  const sentences = [
    chosen.length > 0 &&
      choices.days.length > 0 &&
      (choices.endDate ? t('classesTime', { days, time }) : t('classes', { count: quote.classes, days, time })),
    quote.firstSession && t('firstClass', { day: format.day(quote.firstSession) }),
  ].filter(Boolean);
  return (
    <>
      <p>{sentences.join(' ')}</p>
      {quote.overlaps.map((overlap) => (
        <p key={overlap.enrollmentId}>
          {t('overlap', { plan: overlap.planName, until: overlap.until ? format.date(overlap.until) : '' })}
        </p>
      ))}
    </>
  );
}

/** What stands between the button and the enrollment, in words; a lost connection is checked, never guessed. */
function Refusal({ saving: { error, errors, retry, isPending } }: Pick<PriceCardProps, 'saving'>) {
  const t = useTranslations('convert');
  const isOpen = error?.code === 'offline' || error?.code === 'idempotency_in_progress';
  const again = isOpen && (
    <div>
      <Button variant="default" mt={8} loading={isPending} onClick={retry}>
        {t('checkAgain')}
      </Button>
    </div>
  );
  if (isPending) return null;
  return (
    <>
      <ErrorSummary errors={errors} />
      {error && error.errors.length === 0 && (
        <ProblemNotice
          problem={error}
          words={{
            offline: t('maybeSaved'),
            idempotency_in_progress: t('maybeSaved'),
            capacity_full: t('placeTaken'),
            guardian_contact_required: t('contactNeeded'),
            invalid_transition: t('movedOn'),
          }}
          action={again}
        />
      )}
    </>
  );
}
