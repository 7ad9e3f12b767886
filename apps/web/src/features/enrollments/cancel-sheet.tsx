'use client';

import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { progressOf } from './enrollment-words.tsx';
import styles from './enrollments.module.css';
import { type Enrollment, useCancelling, useInvoiceOf } from './queries.ts';

export function CancelSheet({ enrollment, onClose }: { enrollment: Enrollment; onClose: () => void }) {
  const t = useTranslations('enrollments');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { cancel, isPending, error } = useCancelling(enrollment.id, () => {
    toast.done(t('cancelled', { name: enrollment.studentName }));
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim()) cancel(reason.trim());
  };
  return (
    <Sheet title={t('cancelTitle', { plan: enrollment.planName })} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.plain}>{t('cancelConsequence', { count: enrollment.upcomingSessions })}</p>
        <RefundLines enrollment={enrollment} />
        <Textarea
          label={t('cancelReason')}
          rows={3}
          maxLength={500}
          value={reason}
          error={isMissing && t('reasonNeeded')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNotice problem={error} />
        <Button type="submit" size="xl" color="bad" loading={isPending}>
          {t('cancel')}
        </Button>
      </form>
    </Sheet>
  );
}

/** What was paid, and what of it was for days or visits that are not used. Money goes back on the invoice, by hand. */
function RefundLines({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const { may } = useSession();
  const invoice = useInvoiceOf(enrollment, may('payments:read'));
  const progress = progressOf(enrollment, format.today());
  if (!invoice) return null;
  const unused = progress ? Math.max(0, progress.of - progress.used) : 0;
  const worth = progress ? Math.floor((invoice.total.amountMinor * unused) / progress.of) : 0;
  const refund = Math.max(
    0,
    Math.min(invoice.paid.amountMinor, invoice.paid.amountMinor - (invoice.total.amountMinor - worth)),
  );
  const lines: [string, string][] = [
    [t('refund.total'), format.money(invoice.total)],
    [t('refund.paid'), format.money(invoice.paid)],
    ...(progress
      ? [[t(`refund.${progress.kind}`, { unused, of: progress.of }), format.amount(worth)] satisfies [string, string]]
      : []),
    [t('refund.fair'), format.amount(refund)],
  ];
  return (
    <div className={styles.consequences}>
      <dl className={styles.sums}>
        {lines.map(([name, value]) => (
          <div key={name} className={styles.sum}>
            <dt>{name}</dt>
            <dd className="cw-number">{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>{t('refund.byHand')}</p>
    </div>
  );
}
