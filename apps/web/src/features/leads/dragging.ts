'use client';

import type { LeadStatus } from '@cartwheel/contracts';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { movesFrom } from './stages.ts';

type Adapter = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Only where there is a mouse, and only then its code: a finger has the menu. */
function withAdapter(setUp: (adapter: Adapter) => () => void): () => void {
  if (!window.matchMedia('(pointer: fine)').matches) return () => {};
  let isGone = false;
  let stop = () => {};
  const start = async () => {
    const adapter = await import('@atlaskit/pragmatic-drag-and-drop/element/adapter');
    if (!isGone) stop = setUp(adapter);
  };
  void start();
  return () => {
    isGone = true;
    stop();
  };
}

interface Dragged {
  leadId: string;
  from: LeadStatus;
}

/** Makes a card movable with the mouse; true while it is. */
export function useDraggable(card: RefObject<HTMLElement | null>, { leadId, from }: Dragged): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(
    () =>
      withAdapter(({ draggable }) => {
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
      withAdapter(({ dropTargetForElements }) => {
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
  return data['from'] as LeadStatus; // put there by useDraggable
}
