'use client';

import type { LeadCard } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { PhoneLinks } from '../../components/phone.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useCenter } from '../../lib/center.tsx';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { LeadListState } from './list-state.ts';
import { NextStepChip } from './next-step-chip.tsx';
import { useLeadList } from './queries.ts';
import { stageTone } from './stages.ts';

interface LeadTableProps {
  state: LeadListState;
  empty: ReactNode;
}

export function LeadTable({ state, empty }: LeadTableProps) {
  const t = useTranslations('leads');
  const router = useRouter();
  const path = useCenterPath();
  const columns = useLeadColumns();
  const list = useLeadList({ ...state.query, ...state.days, ...(state.status && { status: state.status }) });
  return (
    <DataTable
      label={t('title')}
      name="leads"
      columns={columns}
      rows={list.rows}
      keyOf={(lead) => lead.id}
      onOpen={(lead) => router.push(path('leads', lead.id))}
      problem={list.problem}
      failure={t('loadFailed')}
      onRetry={list.retry}
      empty={empty}
      more={list.more}
      exporting={list.exporting}
    />
  );
}

function useLeadColumns(): DataColumn<LeadCard>[] {
  const t = useTranslations('leads');
  const { Student } = useTerms();
  const format = useFormatting();
  const { timezone } = useCenter();
  return useMemo(
    () => [
      { id: 'student', header: Student, cell: (lead) => lead.studentName, isName: true },
      { id: 'age', header: t('column.age'), cell: (lead) => lead.ageYears, align: 'end', from: 'tablet' },
      {
        id: 'phone',
        header: t('column.phone'),
        cell: (lead) => lead.phone && <PhoneLinks phone={lead.phone} name={lead.guardianName ?? lead.studentName} />,
        from: 'tablet',
      },
      {
        id: 'stage',
        header: t('column.stage'),
        cell: (lead) => <StatusChip tone={stageTone[lead.status]}>{t(`stage.${lead.status}`)}</StatusChip>,
        from: 'tablet',
      },
      { id: 'next', header: t('column.next'), cell: (lead) => <NextStepChip lead={lead} /> },
      { id: 'owner', wrap: 'anywhere', header: t('column.owner'), cell: (lead) => lead.assignedTo?.name, from: 'desk' },
      { id: 'source', wrap: 'anywhere', header: t('column.source'), cell: (lead) => lead.source, from: 'desk' },
      {
        id: 'created',
        header: t('column.created'),
        cell: (lead) => format.date(dayIn(timezone, lead.createdAt)),
        from: 'desk',
      },
    ],
    [t, Student, format, timezone],
  );
}
