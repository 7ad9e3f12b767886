'use client';

import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PhoneLinks } from '../../components/phone.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty, Forbidden } from '../../components/state-views.tsx';
import { ChipRow, StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { shortened } from '../../lib/format.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { type StudentRow, useBatchNames, useStudents } from './queries.ts';
import { statuses, statusTone, useWarningChips } from './student-words.ts';

export function StudentsScreen() {
  const t = useTranslations('students');
  const terms = useTerms();
  const router = useRouter();
  const path = useCenterPath();
  const { may } = useSession();
  const { values, change, clear, isFiltered } = useUrlState({ q: '', status: '', batch: '' });
  const status = statuses.find((one) => one === values.status);
  const list = useStudents({
    ...(values.q && { q: values.q }),
    ...(status && { status }),
    ...(values.batch && { batchId: values.batch }),
  });
  const columns = useStudentColumns();
  const batches = useBatchNames();
  useShortcut('n', t('add', terms), () => router.push(path('students', 'new')), may('students:write'));
  if (!may('students:read')) return <Forbidden isPage />;
  const batchChoices = batches.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader title={terms.Students} actions={may('students:write') && <AddStudent />} />
      <FilterBar
        search={{ label: t('search'), value: values.q, onChange: (q) => change({ q }) }}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <NativeSelect
          aria-label={t('status')}
          value={values.status}
          data={[
            { value: '', label: t('anyStatus') },
            ...statuses.map((one) => ({ value: one, label: t(`is.${one}`) })),
          ]}
          onChange={(event) => change({ status: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={terms.Batch}
          value={values.batch}
          data={[{ value: '', label: t('anyBatch', terms) }, ...batchChoices]}
          onChange={(event) => change({ batch: event.currentTarget.value })}
        />
      </FilterBar>
      <DataTable
        label={terms.Students}
        name="students"
        columns={columns}
        rows={list.rows}
        keyOf={(student) => student.id}
        onOpen={(student) => router.push(path('students', student.id))}
        problem={list.problem}
        failure={t('loadFailed', terms)}
        onRetry={list.retry}
        more={list.more}
        empty={
          isFiltered ? (
            <FilteredEmpty title={t('noMatch', terms)} onClear={clear} />
          ) : (
            <Empty title={t('empty', terms)} action={may('students:write') && <AddStudent />} />
          )
        }
        exporting={list.exporting}
      />
    </>
  );
}

function AddStudent() {
  const t = useTranslations('students');
  const terms = useTerms();
  const path = useCenterPath();
  return (
    <Button
      component={Link}
      href={path('students', 'new')}
      prefetch={false}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {t('add', terms)}
    </Button>
  );
}

function useStudentColumns(): DataColumn<StudentRow>[] {
  const t = useTranslations('students');
  const { Student, Batches } = useTerms();
  const format = useFormatting();
  const { may } = useSession();
  const mayCall = may('contacts:read');
  return useMemo(() => {
    const columns: (DataColumn<StudentRow> | false)[] = [
      { id: 'student', header: Student, cell: (row) => row.name, isName: true },
      { id: 'age', header: t('age'), cell: (row) => row.ageYears, align: 'end', from: 'tablet' },
      {
        id: 'status',
        header: t('status'),
        cell: (row) => <StatusChip tone={statusTone[row.status]}>{t(`is.${row.status}`)}</StatusChip>,
      },
      {
        id: 'warnings',
        wrap: 'anywhere',
        header: t('warnings'),
        cell: (row) => <Warnings row={row} />,
        from: 'tablet',
      },
      { id: 'batches', wrap: 'anywhere', header: Batches, cell: (row) => row.batchNames.join(', '), from: 'tablet' },
      {
        id: 'until',
        header: t('until'),
        cell: (row) =>
          row.visitsLeft === null
            ? row.validUntil && format.date(row.validUntil)
            : t('visitsLeft', { count: row.visitsLeft }),
        from: 'desk',
      },
      mayCall && {
        id: 'family',
        header: t('family'),
        cell: (row) => row.phone && <PhoneLinks phone={row.phone} name={row.guardianName ?? row.name} />,
        from: 'desk',
      },
    ];
    return columns.filter((column) => column !== false);
  }, [t, Student, Batches, format, mayCall]);
}

function Warnings({ row }: { row: StudentRow }) {
  const t = useTranslations('students');
  const chips = useWarningChips(row.warnings).map((chip) => ({ ...chip, label: shortened(chip.label) }));
  return <ChipRow chips={chips} max={2} moreLabel={(hidden) => t('more', { what: hidden.join(', ') })} />;
}
