'use client';

import type { Batch } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty, Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { useBatchWords } from './batch-words.ts';
import { PlacesLeft } from './places-left.tsx';
import { useBatchList } from './queries.ts';

const Generate = dynamic(() => import('./generate-dialog.tsx').then((module) => module.GenerateDialog), {
  ssr: false,
});

export function BatchesScreen() {
  const t = useTranslations('batches');
  const terms = useTerms();
  const { may } = useSession();
  const router = useRouter();
  const path = useCenterPath();
  const [isGenerating, setGenerating] = useState(false);
  useShortcut('n', t('new', terms), () => router.push(path('batches', 'new')), may('batches:write'));
  if (!may('batches:read')) return <Forbidden who={t('whoMay', terms)} isPage />;
  return (
    <>
      <PageHeader
        title={t('title', terms)}
        actions={
          may('batches:write') && (
            <>
              <Button variant="default" onClick={() => setGenerating(true)}>
                {t('generate')}
              </Button>
              <NewBatch />
            </>
          )
        }
      />
      <BatchList />
      {isGenerating && <Generate onClose={() => setGenerating(false)} />}
    </>
  );
}

function BatchList() {
  const t = useTranslations('batches');
  const terms = useTerms();
  const router = useRouter();
  const path = useCenterPath();
  const { values, change } = useUrlState({ show: 'active' });
  const isArchived = values.show === 'archived';
  const { rows, problem, retry, more, exporting } = useBatchList(isArchived);
  const columns = useColumns();
  return (
    <DataTable
      exporting={exporting}
      label={t('title', terms)}
      name="batches"
      columns={columns}
      rows={rows}
      keyOf={(batch) => batch.id}
      onOpen={(batch) => router.push(path('batches', batch.id))}
      problem={problem}
      failure={t('loadFailed')}
      onRetry={retry}
      more={more}
      empty={isArchived ? <NoArchived onClear={() => change({ show: 'active' })} /> : <NoBatches />}
      toolbar={
        <ChoiceChips
          label={t('show')}
          hideLabel
          value={isArchived ? 'archived' : 'active'}
          onChange={(show) => change({ show })}
          choices={[
            { value: 'active', label: t('showActive') },
            { value: 'archived', label: t('showArchived') },
          ]}
        />
      }
    />
  );
}

function useColumns(): DataColumn<Batch>[] {
  const t = useTranslations('batches');
  const terms = useTerms();
  const words = useBatchWords();
  return [
    { id: 'name', header: t('name'), cell: (batch) => <span dir="auto">{batch.name}</span>, isName: true, width: 180 },
    { id: 'days', header: t('days'), cell: words.days, width: 170 },
    { id: 'time', header: t('time'), cell: words.time, width: 180, from: 'tablet' },
    { id: 'ages', header: t('ages'), cell: words.ages, from: 'desk' },
    {
      id: 'trainers',
      header: t('trainers', terms),
      cell: (batch) => batch.trainers.map((trainer) => trainer.name).join(', '),
      from: 'desk',
    },
    { id: 'capacity', header: t('capacity'), cell: (batch) => batch.capacity, align: 'end', from: 'tablet' },
    { id: 'places', header: t('placesLeft'), cell: (batch) => <PlacesLeft batch={batch} /> },
  ];
}

function NoArchived({ onClear }: { onClear: () => void }) {
  const t = useTranslations('batches');
  return <FilteredEmpty title={t('noArchived')} onClear={onClear} />;
}

function NoBatches() {
  const t = useTranslations('batches');
  const terms = useTerms();
  const { may } = useSession();
  const mayOpen = may('batches:write');
  return (
    <Empty
      title={t('empty', terms)}
      text={t(mayOpen ? 'emptyText' : 'emptyReadOnly', terms)}
      action={mayOpen && <NewBatch />}
    />
  );
}

function NewBatch() {
  const t = useTranslations('batches');
  const terms = useTerms();
  const path = useCenterPath();
  return (
    <Button
      component={Link}
      href={path('batches', 'new')}
      prefetch={false}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {t('new', terms)}
    </Button>
  );
}
