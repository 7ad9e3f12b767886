'use client';

import { useTranslations } from 'next-intl';
import { QueryView } from '../../components/query-view.tsx';
import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { usePlans } from './queries.ts';
import styles from './students.module.css';

const tone = { PENDING: 'trial', ACTIVE: 'good', PAUSED: 'warn', EXPIRED: 'bad', CANCELLED: 'ink' } as const;

export function PlanList({ studentId }: { studentId: string }) {
  const t = useTranslations('students');
  const format = useFormatting();
  const path = useCenterPath();
  const plans = usePlans(studentId);
  return (
    <QueryView query={plans} failure={t('plansFailed')}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.muted}>{t('noPlans')}</p>
        ) : (
          <ul className={styles.list}>
            {items.map((plan) => (
              <li key={plan.id}>
                <span className={styles.row}>
                  <Anchor component={Link} href={path('enrollments', plan.id)} prefetch={false} fw={650}>
                    {plan.planName}
                  </Anchor>
                  <StatusChip tone={tone[plan.status]}>
                    {plan.status === 'PAUSED' && plan.pausedUntil
                      ? t('pausedUntil', { day: format.dayMonth(plan.pausedUntil) })
                      : t(`plan.${plan.status}`)}
                  </StatusChip>
                  {plan.due && plan.due.amountMinor > 0 && (
                    <StatusChip tone="bad">{t('due', { amount: format.money(plan.due) })}</StatusChip>
                  )}
                </span>
                <span>
                  {plan.endDate
                    ? t('fromTo', { from: format.date(plan.startDate), to: format.date(plan.endDate) })
                    : t('from', { from: format.date(plan.startDate) })}
                  {plan.visitsLeft !== null && ` · ${t('visitsLeft', { count: plan.visitsLeft })}`}
                </span>
                <span className={styles.muted}>
                  {[
                    plan.batches.map((batch) => batch.name).join(', '),
                    plan.daysSelected.map((day) => format.weekdayShort(someDay(day))).join(', '),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
