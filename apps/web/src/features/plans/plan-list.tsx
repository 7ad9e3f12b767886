'use client';

import { Button } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoneyText } from '../../components/money.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterIfAny } from '../../lib/center.tsx';
import { useSession } from '../../lib/session.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { type Plan, usePlans } from './queries.ts';
import styles from './plans.module.css';

/** The price list: of a center with the templates it may sell too, elsewhere the templates themselves. */
export function PlanList() {
  const t = useTranslations('plans');
  const { may } = useSession();
  const center = useCenterIfAny();
  const query = usePlans();
  const [open, setOpen] = useState<Plan | 'new' | null>(null);
  return (
    <>
      <QueryView query={query} failure={t('loadFailed')}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.muted}>{t(center ? 'noPlans' : 'templates.empty')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((plan) => (
                <PlanLine key={plan.id} plan={plan} onChange={() => setOpen(plan)} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {may('plans:write') && (
        <Button className={styles.add} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
          {t(center ? 'newPlan' : 'templates.newPlan')}
        </Button>
      )}
      {open && <PlanSheet plan={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function PlanLine({ plan, onChange }: { plan: Plan; onChange: () => void }) {
  const t = useTranslations('plans');
  const { may } = useSession();
  const center = useCenterIfAny();
  // Templates are written outside of any center; inside one they are only sold.
  const isLent = center !== null && plan.centerId === null;
  const facts = [
    t(`planType.${plan.planType}`),
    plan.visitsIncluded !== null && t('visits', { count: plan.visitsIncluded }),
    plan.validityDays !== null && t('validDays', { count: plan.validityDays }),
    center && t('soldRecently', { count: plan.soldRecently }),
  ];
  return (
    <li>
      <span className={styles.plan}>
        <strong>
          <bdi>{plan.name}</bdi>
        </strong>{' '}
        {plan.price && <MoneyText money={plan.price} />}{' '}
        {!plan.active && <StatusChip tone="ink">{t('notSold')}</StatusChip>}
        <span className={styles.muted}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {isLent && (
        <StatusChip tone="ink" icon={IconLock}>
          {t('fromOrganization')}
        </StatusChip>
      )}
      {may('plans:write') && !isLent && (
        <Button variant="default" aria-description={plan.name} onClick={onChange}>
          {t('change')}
        </Button>
      )}
    </li>
  );
}
