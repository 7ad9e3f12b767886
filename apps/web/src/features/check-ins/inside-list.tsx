'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Empty } from '../../components/state-views.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useListExport } from '../../lib/list-export.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { type Inside, useCheckOut, type useOccupancy } from './queries.ts';

/** Who came today and did not leave. The front desk lets out whoever forgot to scan. */
export function InsideList({ occupancy }: { occupancy: ReturnType<typeof useOccupancy> }) {
  const t = useTranslations('check-ins');
  const router = useRouter();
  const path = useCenterPath();
  const { checkOut, isPending, error } = useCheckOut(({ student }) =>
    toast.done(t('letOut', { name: student?.name ?? '' })),
  );
  const columns = useColumns(checkOut, isPending);
  const exporting = useListExport('inside', {});
  return (
    <>
      <ProblemNotice problem={error} />
      <DataTable
        label={t('view.inside')}
        name="inside"
        columns={columns}
        rows={occupancy.data?.items}
        keyOf={({ student }) => student.id}
        onOpen={({ student }) => router.push(path('students', student.id))}
        problem={occupancy.error}
        failure={t('insideFailed')}
        onRetry={() => void occupancy.refetch()}
        empty={<Empty title={t('nobodyInside')} />}
        exporting={exporting}
      />
    </>
  );
}

function useColumns(onCheckOut: (studentId: string) => void, isBusy: boolean): DataColumn<Inside>[] {
  const t = useTranslations('check-ins');
  const { Student } = useTerms();
  const { may } = useSession();
  const format = useFormatting();
  const mayLetOut = may('passes:read');
  return useMemo(
    () => [
      { id: 'student', header: Student, cell: ({ student }) => <bdi>{student.name}</bdi>, isName: true },
      { id: 'since', wrap: 'never', header: t('column.since'), cell: ({ since }) => <time>{format.time(since)}</time> },
      {
        id: 'class',
        wrap: 'anywhere',
        header: t('column.class'),
        cell: ({ session }) => <bdi>{session?.name}</bdi>,
        from: 'tablet',
      },
      ...(mayLetOut
        ? [
            {
              id: 'out',
              header: t('column.out'),
              cell: ({ student }: Inside) => (
                <Button
                  variant="default"
                  disabled={isBusy}
                  aria-label={t('checkOutName', { name: student.name })}
                  onClick={() => onCheckOut(student.id)}
                >
                  {t('checkOut')}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, Student, format, mayLetOut, isBusy, onCheckOut],
  );
}
