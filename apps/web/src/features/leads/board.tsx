'use client';

import type { LeadCard, LeadStatus } from '@cartwheel/contracts';
import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Loading } from '../../components/state-views.tsx';
import { BoardColumn } from './board-column.tsx';
import styles from './board.module.css';
import type { Answer } from '../../lib/operations.ts';
import { isOpen, stages } from './stages.ts';

interface BoardProps {
  columns: Answer<'getLeadBoard'>['columns'];
  mayMove: boolean;
  onMove: (lead: LeadCard, to: LeadStatus) => void;
  onAsk: (lead: LeadCard) => void;
}

export function Board({ columns, mayMove, onMove, onAsk }: BoardProps) {
  const t = useTranslations('leads');
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef(onAsk);
  useEffect(() => {
    latest.current = onAsk;
  });
  const ask = useCallback((lead: LeadCard) => latest.current(lead), []);
  const find = (id: string | undefined) => columns.flatMap((column) => column.cards).find((lead) => lead.id === id);
  const focused = () => find(document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset['lead']);
  const onFocused = (act: (lead: LeadCard) => void) => () => {
    const lead = focused();
    if (lead) act(lead);
  };
  useShortcut('s', t('keys.move'), onFocused(onAsk), mayMove);
  useShortcut(
    'd',
    t('keys.lose'),
    onFocused((lead) => onMove(lead, 'DEAD_LEAD')),
    mayMove,
  );
  useShortcut(
    'c',
    t('keys.convert'),
    onFocused((lead) => onMove(lead, 'ENROLLED')),
    mayMove,
  );
  useCardKeys(board);
  const drop = (leadId: string, to: LeadStatus) => {
    const lead = find(leadId);
    if (lead) onMove(lead, to);
  };
  const inStages = (isWanted: (stage: LeadStatus) => boolean) =>
    stages
      .filter(isWanted)
      .flatMap((status) => columns.find((column) => column.status === status) ?? [])
      .map((column) => (
        <BoardColumn key={column.status} column={column} onDrop={drop} {...(mayMove && { onAsk: ask })} />
      ));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div ref={board} className={styles.board} role="group" aria-label={t('board')} tabIndex={0}>
      {inStages(isOpen)}
      <div className={styles.closed}>{inStages((stage) => !isOpen(stage))}</div>
    </div>
  );
}

/** J and K walk through the cards, column after column. */
function useCardKeys(board: RefObject<HTMLDivElement | null>) {
  const t = useTranslations('leads');
  const step = (by: 1 | -1) => {
    const links = [...(board.current?.querySelectorAll<HTMLElement>('[data-lead] a') ?? [])];
    const here = document.activeElement?.closest('[data-lead]');
    const at = links.findIndex((link) => here?.contains(link));
    links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  useShortcut('j', t('keys.next'), () => step(1));
  useShortcut('k', t('keys.previous'), () => step(-1));
}

export function BoardLoading() {
  return (
    <Loading>
      <div className={styles.board} aria-hidden>
        {stages.slice(0, 5).map((stage) => (
          <div key={stage} className={styles.column}>
            <Skeleton height={28} mb={12} />
            <Skeleton height={110} radius="md" mb={10} />
            <Skeleton height={110} radius="md" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
