'use client';

import type { LeadStatus } from '@cartwheel/contracts';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { withDragAdapter } from '../../lib/drag-adapter.ts';
import { movesFrom } from './stages.ts';

interface Dragged {
  leadId: string;
  from: LeadStatus;
}

/** Makes a card movable with the mouse; true while it is. */
export function useDraggable(card: RefObject<HTMLElement | null>, { leadId, from }: Dragged): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(
    () =>
      withDragAdapter(({ draggable }) => {
        if (!card.current || movesFrom(from).length === 0) return () => {};
        return draggable({
          element: card.current,
          getInitialData: () => ({ leadId, from }),
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        });
      }),
    [card, leadId, from],
  );
  return isDragging;
}

/** Makes a column take cards; true while one that may come here is over it. */
export function useDropColumn(
  column: RefObject<HTMLElement | null>,
  status: LeadStatus,
  onDrop: (leadId: string) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(
    () =>
      withDragAdapter(({ dropTargetForElements }) => {
        if (!column.current) return () => {};
        return dropTargetForElements({
          element: column.current,
          canDrop: ({ source }) => movesFrom(statusIn(source.data)).includes(status),
          onDragEnter: () => setOver(true),
          onDragLeave: () => setOver(false),
          onDrop: ({ source }) => {
            setOver(false);
            latest.current(String(source.data['leadId']));
          },
        });
      }),
    [column, status],
  );
  return isOver;
}

function statusIn(data: Record<string | symbol, unknown>): LeadStatus {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- put there by useDraggable
  return data['from'] as LeadStatus;
}
