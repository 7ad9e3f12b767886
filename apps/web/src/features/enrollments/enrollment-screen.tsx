'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { ChangeList } from './change-list.tsx';
import { EnrollmentActs } from './enrollment-acts.tsx';
import { EnrollmentFacts } from './enrollment-facts.tsx';
import { EnrollmentChip } from './enrollment-words.tsx';
import styles from './enrollments.module.css';
import { FreezesCard } from './freezes-card.tsx';
import { type Enrollment, useEnrollment } from './queries.ts';
import { UseList } from './use-list.tsx';

interface EnrollmentScreenProps {
  id: string;
  /** The money of one invoice, with what can be done about it. */
  moneyOf: (invoiceId: string) => ReactNode;
}

export function EnrollmentScreen({ id, moneyOf }: EnrollmentScreenProps) {
  const t = useTranslations('enrollments');
  const { may } = useSession();
  const enrollment = useEnrollment(id);
  if (!may('enrollments:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <QueryView query={enrollment} failure={t('failed')}>
      {(found) => <Plan enrollment={found} moneyOf={moneyOf} />}
    </QueryView>
  );
}

const tabs = ['payments', 'attendance', 'changes'] as const;

function Plan({ enrollment, moneyOf }: { enrollment: Enrollment; moneyOf: EnrollmentScreenProps['moneyOf'] }) {
  const t = useTranslations('enrollments');
  const { may } = useSession();
  const { values, change } = useUrlState({ tab: '' });
  const { invoiceId } = enrollment;
  const offered = tabs.filter((tab) => tab !== 'payments' || (may('payments:read') && invoiceId));
  const tab = offered.find((one) => one === values.tab) ?? offered[0]!;
  return (
    <>
      <PageHeader
        title={<bdi>{enrollment.planName}</bdi>}
        subtitle={<Whose enrollment={enrollment} />}
        beside={<EnrollmentChip enrollment={enrollment} />}
        actions={<EnrollmentActs enrollment={enrollment} />}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <ChoiceChips
            label={t('show')}
            hideLabel
            value={tab}
            onChange={(next) => change({ tab: next })}
            choices={offered.map((value) => ({ value, label: t(`tab.${value}`) }))}
          />
          {tab === 'payments' && invoiceId && moneyOf(invoiceId)}
          {tab === 'attendance' && (
            <FormCard title={t('tab.attendance')}>
              <UseList enrollment={enrollment} />
            </FormCard>
          )}
          {tab === 'changes' && (
            <FormCard title={t('tab.changes')}>
              <ChangeList enrollment={enrollment} />
            </FormCard>
          )}
        </div>
        <div className={styles.main}>
          <EnrollmentFacts enrollment={enrollment} />
          <FreezesCard enrollment={enrollment} />
        </div>
      </div>
    </>
  );
}

function Whose({ enrollment: { studentId, studentName, startDate, endDate } }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const path = useCenterPath();
  const days = endDate
    ? t('fromTo', { from: format.date(startDate), to: format.date(endDate) })
    : t('from', { from: format.date(startDate) });
  return (
    <>
      <Anchor component={Link} href={path('students', studentId)} prefetch={false} inline underline="always">
        <bdi>{studentName}</bdi>
      </Anchor>
      {` · ${days}`}
    </>
  );
}
