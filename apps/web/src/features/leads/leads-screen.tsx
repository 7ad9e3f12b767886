'use client';

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty, Forbidden, Loading } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { Board, BoardLoading } from './board.tsx';
import { LeadFilters, SavedViews } from './lead-filters.tsx';
import { type LeadListState, useLeadListState } from './list-state.ts';
import { useBoard } from './queries.ts';
import { useLeadMoves } from './use-lead-moves.tsx';

const PER_COLUMN = 200;
const LeadTable = dynamic(() => import('./lead-table.tsx').then((module) => module.LeadTable), {
  ssr: false,
  loading: () => <Loading />,
});

export function LeadsScreen() {
  const t = useTranslations('leads');
  const { may } = useSession();
  const router = useRouter();
  const path = useCenterPath();
  const state = useLeadListState();
  useShortcut('n', t('newLead'), () => router.push(path('leads', 'new')), may('leads:write'));
  if (!may('leads:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <>
      <PageHeader
        title={t('title')}
        beside={
          <>
            <ChoiceChips
              label={t('showAs')}
              hideLabel
              value={state.values.view === 'list' ? 'list' : 'board'}
              onChange={state.show}
              choices={[
                { value: 'board', label: t('board') },
                { value: 'list', label: t('list') },
              ]}
            />
            <SavedViews state={state} />
          </>
        }
        actions={may('leads:write') && <NewLead />}
      />
      <LeadFilters state={state} />
      {state.values.view === 'list' ? (
        <LeadTable state={state} empty={<NoLeads state={state} />} />
      ) : (
        <LeadBoard state={state} />
      )}
    </>
  );
}

function LeadBoard({ state }: { state: LeadListState }) {
  const t = useTranslations('leads');
  const { may } = useSession();
  const board = useBoard(state.query, PER_COLUMN);
  const moves = useLeadMoves();
  if (!board.data && board.error) {
    return <ErrorCard problem={board.error} title={t('loadFailed')} onRetry={() => void board.refetch()} />;
  }
  if (!board.data) return <BoardLoading />;
  const isEmpty = board.data.columns.every((column) => column.count === 0);
  return (
    <>
      {isEmpty ? (
        <div className="cw-card">
          <NoLeads state={state} />
        </div>
      ) : (
        <Board columns={board.data.columns} mayMove={may('leads:write')} onMove={moves.move} onAsk={moves.ask} />
      )}
      {moves.dialogs}
    </>
  );
}

function NoLeads({ state }: { state: LeadListState }) {
  const t = useTranslations('leads');
  const path = useCenterPath();
  const { may } = useSession();
  if (state.isFiltered) return <FilteredEmpty title={t('noMatch')} onClear={state.clear} />;
  const ways = (
    <>
      {may('leads:write') && <NewLead />}
      {may('imports:manage') && (
        <Button component={Link} href={path('imports')} variant="default" prefetch={false}>
          {t('importLeads')}
        </Button>
      )}
    </>
  );
  return <Empty title={t('empty')} text={t('emptyText')} action={ways} />;
}

function NewLead() {
  const t = useTranslations('leads');
  const path = useCenterPath();
  return (
    <Button
      component={Link}
      href={path('leads', 'new')}
      prefetch={false}
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {t('newLead')}
    </Button>
  );
}
