'use client';

import { Button } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoneyText } from '../../components/money.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useSession } from '../../lib/session.tsx';
import { PlanSheet } from './plan-sheet.tsx';
import { type Plan, usePlans } from './queries.ts';
import styles from './settings.module.css';

export function PlansCard() {
  const t = useTranslations('settings');
  const { may } = useSession();
  const query = usePlans();
  const [open, setOpen] = useState<Plan | 'new' | null>(null);
  return (
    <section className={`cw-card ${styles.card}`}>
      <h2>{t('card.plans.title')}</h2>
      <p className={styles.effect}>{t('card.plans.effect')}</p>
      <QueryView query={query} failure={t('loadFailed')}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.muted}>{t('noPlans')}</p>
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
          {t('newPlan')}
        </Button>
      )}
      {open && <PlanSheet plan={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function PlanLine({ plan, onChange }: { plan: Plan; onChange: () => void }) {
  const t = useTranslations('settings');
  const { may } = useSession();
  const isTemplate = plan.centerId === null;
  const facts = [
    t(`planType.${plan.planType}`),
    plan.visitsIncluded !== null && t('visits', { count: plan.visitsIncluded }),
    plan.validityDays !== null && t('validDays', { count: plan.validityDays }),
    t('soldRecently', { count: plan.soldRecently }),
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
      {isTemplate && (
        <StatusChip tone="ink" icon={IconLock}>
          {t('fromOrganization')}
        </StatusChip>
      )}
      {may('plans:write') && !isTemplate && (
        <Button variant="default" aria-description={plan.name} onClick={onChange}>
          {t('change')}
        </Button>
      )}
    </li>
  );
}
