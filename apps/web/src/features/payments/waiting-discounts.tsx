'use client';

import type { Discount } from '@cartwheel/contracts';
import { Anchor, Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useId, useState } from 'react';
import { ExportMenu } from '../../components/export-menu.tsx';
import { useProblemText, ErrorCard } from '../../components/problem-notice.tsx';
import { Empty, Loading } from '../../components/state-views.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { DiscountWords } from './discount-words.tsx';
import styles from './payments.module.css';
import { useWaitingDiscounts } from './queries.ts';
import { useDecideDiscount } from './queries-acts.ts';
import { ReasonSheet } from './reason-sheet.tsx';

export function WaitingDiscounts() {
  const t = useTranslations('payments');
  const list = useWaitingDiscounts();
  if (!list.rows && list.problem) {
    return <ErrorCard problem={list.problem} title={t('discountsFailed')} onRetry={list.retry} />;
  }
  if (!list.rows) return <Loading rows={3} />;
  if (list.rows.length === 0) {
    return (
      <div className="cw-card">
        <Empty icon={IconCheck} title={t('noDiscounts')} text={t('noDiscountsText')} />
      </div>
    );
  }
  return (
    <>
      <div className={styles.listActs}>
        <ExportMenu {...list.exporting} />
      </div>
      <ul className={styles.waiting}>
        {list.rows.map((discount) => (
          <WaitingDiscount key={discount.id} discount={discount} />
        ))}
      </ul>
      {list.more.isThere && (
        <Button variant="default" mt={16} loading={list.more.isLoading} onClick={list.more.load}>
          {t('loadMore')}
        </Button>
      )}
    </>
  );
}

function WaitingDiscount({ discount }: { discount: Discount }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const path = useCenterPath();
  const { may } = useSession();
  const heading = useId();
  return (
    <li className={`cw-card ${styles.ask}`}>
      <div>
        <h2 id={heading}>
          <bdi>{discount.studentName}</bdi>
          {' · '}
          <DiscountWords discount={discount} />
        </h2>
        <p>{t('because', { reason: discount.reason })}</p>
        <p className={styles.muted}>
          {t('askedBy', {
            name: discount.requestedBy?.name ?? t('somebody'),
            when: format.dateTime(discount.requestedAt),
          })}
          {' · '}
          <Anchor
            component={Link}
            href={path('invoices', discount.invoiceId)}
            prefetch={false}
            inline
            underline="always"
          >
            {t('invoiceNumber', { number: discount.invoiceNumber })}
          </Anchor>
        </p>
      </div>
      {may('discounts:approve') && <DecideButtons discount={discount} describedBy={heading} />}
    </li>
  );
}

/** Also stands beside a waiting discount of an opened invoice. */
export function DecideButtons({ discount, describedBy }: { discount: Discount; describedBy: string }) {
  const t = useTranslations('payments');
  const textOf = useProblemText();
  const format = useFormatting();
  const [isAsking, setAsking] = useState(false);
  const decide = useDecideDiscount();
  const words = { name: discount.studentName, amount: format.money(discount.amount) };
  const approve = () =>
    decide.approve(discount.id).then(
      () => toast.done(t('approved', words)),
      (problem: Error) => toast.failed(textOf(problem)),
    );
  const reject = async (reason: string) => {
    await decide.reject(discount.id, reason);
    setAsking(false);
    toast.done(t('rejected', words));
  };
  return (
    <div className={styles.buttons}>
      <Button variant="default" aria-describedby={describedBy} onClick={() => setAsking(true)}>
        {t('reject')}
      </Button>
      <Button color="good" loading={decide.isApproving} aria-describedby={describedBy} onClick={() => void approve()}>
        {t('approve')}
      </Button>
      {isAsking && (
        <ReasonSheet
          title={t('rejectTitle', words)}
          consequence={t('rejectConsequence', { name: discount.requestedBy?.name ?? t('somebody') })}
          operation="rejectDiscount"
          submitLabel={t('rejectSubmit')}
          isPending={decide.isRejecting}
          problem={decide.rejectProblem}
          onSubmit={reject}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
