'use client';

import { Anchor, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { EndState } from './end-state.tsx';
import { type RenewalDetail, useAssign, useColleagues } from './queries.ts';
import styles from './renewals.module.css';

/** What to know before calling. */
export function PeekFacts({ renewal, isOpen }: { renewal: RenewalDetail; isOpen: boolean }) {
  const t = useTranslations('renewals');
  const format = useFormatting();
  const path = useCenterPath();
  const { due, value, paidBefore, priceChanged, attendance, nextContactAt, lost } = renewal;
  return (
    <>
      <div className={styles.stack}>
        <strong dir="auto">{renewal.planName}</strong>
        <span className={styles.muted} dir="auto">
          {renewal.batches.map(({ name }) => name).join(', ')}
        </span>
        <span>
          {t('peek.attendance', attendance)}
          {nextContactAt && ` · ${t('peek.next', { day: format.day(dayIn(format.timezone, nextContactAt)) })}`}
        </span>
      </div>
      <div className={styles.chips}>
        <EndState renewal={renewal} />
        {due && due.amountMinor > 0 && <StatusChip tone="bad">{t('due', { amount: format.money(due) })}</StatusChip>}
        {priceChanged && value && paidBefore && (
          <StatusChip tone="warn">{`${format.money(value)}, ${t('was', { price: format.money(paidBefore) })}`}</StatusChip>
        )}
      </div>
      {lost && (
        <p className={styles.plain}>
          {lost.note && <span dir="auto">{lost.note} </span>}
          <span className={styles.muted}>
            {t('peek.lostBy', { name: lost.by?.name ?? '', day: format.day(dayIn(format.timezone, lost.at)) })}
          </span>
        </p>
      )}
      {isOpen && <Owner renewal={renewal} />}
      <Siblings renewal={renewal} />
      <Anchor component={Link} href={path('students', renewal.studentId)} prefetch={false}>
        {t('peek.profile')}
      </Anchor>
    </>
  );
}

function Owner({ renewal: { enrollmentId, owner } }: { renewal: RenewalDetail }) {
  const t = useTranslations('renewals');
  const { assign, isPending } = useAssign();
  const colleagues = useColleagues();
  const known = colleagues.some(({ id }) => id === owner?.id) || !owner ? colleagues : [owner, ...colleagues];
  return (
    <NativeSelect
      label={t('peek.owner')}
      value={owner?.id ?? ''}
      disabled={isPending}
      onChange={(event) => void assign([enrollmentId], event.currentTarget.value || null).catch(() => null)}
      data={[{ value: '', label: t('peek.nobody') }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function Siblings({ renewal: { siblings } }: { renewal: RenewalDetail }) {
  const t = useTranslations('renewals');
  const path = useCenterPath();
  if (siblings.length === 0) return null;
  return (
    <section className={styles.stack} aria-label={t('peek.siblings')}>
      <strong>{t('peek.siblings')}</strong>
      {siblings.map(({ enrollmentId, studentName, planName }) => (
        <Anchor key={enrollmentId} component={Link} href={path('renewals', enrollmentId, 'renew')} prefetch={false}>
          {`${studentName}: ${planName}`}
        </Anchor>
      ))}
    </section>
  );
}
