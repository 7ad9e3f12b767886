'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty, Forbidden } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { NewCurriculumSheet } from './new-curriculum-sheet.tsx';
import { useCurriculaPlace } from './place.ts';
import { type Curriculum, useCurricula, useCurriculumUse } from './queries.ts';
import { SampleButton } from './sample-button.tsx';

/** What is taught: at headquarters for every center, in a center its own beside those. */
export function CurriculaScreen() {
  const t = useTranslations('curricula');
  const { may } = useSession();
  const { isHq, mayWrite } = useCurriculaPlace();
  const [isNew, setNew] = useState(false);
  useShortcut('n', t('new'), () => setNew(true), mayWrite);
  if (!may('curricula:read')) return <Forbidden who={t('whoMay')} isPage />;
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNew(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t(isHq ? 'forAll' : 'forCenter')} actions={create} />
      <List onNew={() => setNew(true)} />
      {isNew && <NewCurriculumSheet onClose={() => setNew(false)} />}
    </>
  );
}

function List({ onNew }: { onNew: () => void }) {
  const t = useTranslations('curricula');
  const router = useRouter();
  const place = useCurriculaPlace();
  const { values, change } = useUrlState({ show: 'active' });
  const isArchived = values.show === 'archived';
  const { rows, problem, retry, more, exporting } = useCurricula(isArchived);
  const columns = useColumns();
  return (
    <DataTable
      exporting={exporting}
      label={t('title')}
      name={place.isHq ? 'curricula-hq' : 'curricula'}
      columns={columns}
      rows={rows}
      keyOf={(curriculum) => curriculum.id}
      onOpen={(curriculum) => router.push(place.page(curriculum.id))}
      problem={problem}
      failure={t('listFailed')}
      onRetry={retry}
      more={more}
      empty={
        isArchived ? (
          <FilteredEmpty title={t('noArchived')} onClear={() => change({ show: 'active' })} />
        ) : (
          <NoCurricula onNew={onNew} />
        )
      }
      toolbar={
        <ChoiceChips
          label={t('show')}
          hideLabel
          value={isArchived ? 'archived' : 'active'}
          onChange={(show) => change({ show })}
          choices={[
            { value: 'active', label: t('active') },
            { value: 'archived', label: t('archived') },
          ]}
        />
      }
    />
  );
}

function useColumns(): DataColumn<Curriculum>[] {
  const t = useTranslations('curricula');
  const format = useFormatting();
  const { isHq } = useCurriculaPlace();
  const use = useCurriculumUse(isHq);
  const useOf = ({ id }: Curriculum) => use?.find(({ curriculumId }) => curriculumId === id);
  const number = (value: number | undefined) => (value === undefined ? '–' : format.number(value));
  const first: DataColumn<Curriculum>[] = [
    { id: 'name', header: t('name'), cell: ({ name }) => <span dir="auto">{name}</span>, isName: true, width: 320 },
  ];
  const whose: DataColumn<Curriculum> = {
    id: 'whose',
    header: t('whose'),
    cell: ({ centerId }) => (
      <StatusChip tone={centerId ? 'ink' : 'brand'}>{t(centerId ? 'ofCenter' : 'ofAll')}</StatusChip>
    ),
  };
  const skills: DataColumn<Curriculum> = {
    id: 'skills',
    header: t('skills'),
    cell: ({ skillCount }) => format.number(skillCount),
    align: 'end',
  };
  const changed: DataColumn<Curriculum> = {
    id: 'changed',
    header: t('changed'),
    cell: ({ updatedAt }) => format.dateTime(updatedAt),
    from: 'desk',
  };
  if (!isHq) {
    const batches: DataColumn<Curriculum> = {
      id: 'used',
      header: t('usedHere'),
      cell: ({ batchCount }) => format.number(batchCount),
      align: 'end',
      from: 'tablet',
    };
    return [...first, whose, skills, batches, changed];
  }
  return [
    ...first,
    skills,
    { id: 'centers', header: t('centers'), cell: (row) => number(useOf(row)?.centers), align: 'end' },
    { id: 'batches', header: t('batches'), cell: (row) => number(useOf(row)?.batches), align: 'end', from: 'tablet' },
    {
      id: 'students',
      header: t('students'),
      cell: (row) => number(useOf(row)?.students),
      align: 'end',
      from: 'tablet',
    },
    { id: 'own', header: t('ownVersions'), cell: (row) => number(useOf(row)?.ownVersions), align: 'end', from: 'desk' },
    changed,
  ];
}

function NoCurricula({ onNew }: { onNew: () => void }) {
  const t = useTranslations('curricula');
  const { mayWrite } = useCurriculaPlace();
  if (!mayWrite) return <Empty title={t('empty')} text={t('emptyReadOnly')} />;
  return (
    <Empty
      title={t('empty')}
      text={t('emptyText')}
      action={
        <>
          <Button onClick={onNew}>{t('new')}</Button>
          <SampleButton />
        </>
      }
    />
  );
}
