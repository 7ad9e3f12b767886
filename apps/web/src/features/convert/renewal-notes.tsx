'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Answer } from '../../lib/operations.ts';
import styles from './convert.module.css';

/** What to say before the family says yes: another price, what is still owed, visits that are left, and the siblings. */
export function RenewalNotes({ renewal }: { renewal: Answer<'getRenewal'> }) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const path = useCenterPath();
  const { due, value, paidBefore, priceChanged, visitsLeft, siblings, onSale } = renewal;
  const chips = [
    priceChanged && value && paidBefore
      ? t('priceChanged', { before: format.money(paidBefore), now: format.money(value) })
      : '',
    due && due.amountMinor > 0 ? t('oldDue', { amount: format.money(due) }) : '',
    visitsLeft ? t('visitsLeft', { count: visitsLeft }) : '',
    onSale ? '' : t('notOnSale', { plan: renewal.planName }),
  ].filter(Boolean);
  if (chips.length === 0 && siblings.length === 0) return null;
  return (
    <div className={styles.row}>
      {chips.map((words) => (
        <StatusChip key={words} tone="warn">
          {words}
        </StatusChip>
      ))}
      {siblings.map((sibling) => (
        <Anchor
          key={sibling.enrollmentId}
          component={Link}
          href={path('renewals', sibling.enrollmentId, 'renew')}
          prefetch={false}
        >
          {t('siblingDue', { name: sibling.studentName, plan: sibling.planName })}
        </Anchor>
      ))}
    </div>
  );
}
