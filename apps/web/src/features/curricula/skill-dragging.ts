'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { withDragAdapter } from '../../lib/drag-adapter.ts';
import type { DropPlace } from './skill-order.ts';

const dragged = (data: Record<string | symbol, unknown>) => {
  const id = data['skillId'];
  return typeof id === 'string' ? id : null;
};

interface DraggableSkill {
  item: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  id: string;
  onDrop: (id: string, place: DropPlace) => void;
}

/** A skill that can be taken by its handle and put before or after another one. */
export function useDraggableSkill({ item, handle, id, onDrop }: DraggableSkill) {
  const [isDragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<'before' | 'after' | null>(null);
  const latest = useLatest(onDrop);
  useEffect(
    () =>
      withDragAdapter(({ draggable, dropTargetForElements }) => {
        if (!item.current || !handle.current) return () => {};
        const element = item.current;
        const edgeAt = (y: number) => {
          const { top, height } = element.getBoundingClientRect();
          return y < top + height / 2 ? 'before' : 'after';
        };
        const stopDragging = draggable({
          element,
          dragHandle: handle.current,
          getInitialData: () => ({ skillId: id }),
          onDragStart: () => setDragging(true),
          onDrop: () => setDragging(false),
        });
        const stopDropping = dropTargetForElements({
          element,
          canDrop: ({ source }) => dragged(source.data) !== null && dragged(source.data) !== id,
          onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
          onDragLeave: () => setEdge(null),
          onDrop: ({ source, location }) => {
            setEdge(null);
            const other = dragged(source.data);
            const isBefore = edgeAt(location.current.input.clientY) === 'before';
            if (other) latest.current(other, isBefore ? { before: id } : { after: id });
          },
        });
        return () => {
          stopDragging();
          stopDropping();
        };
      }),
    [item, handle, id, latest],
  );
  return { isDragging, edge };
}

/** True while a skill that can be put here is over it. */
export function useSkillDrop(target: RefObject<HTMLElement | null>, onDrop: (id: string) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useLatest(onDrop);
  useEffect(
    () =>
      withDragAdapter(({ dropTargetForElements }) => {
        if (!target.current) return () => {};
        return dropTargetForElements({
          element: target.current,
          canDrop: ({ source }) => dragged(source.data) !== null,
          onDragEnter: () => setOver(true),
          onDragLeave: () => setOver(false),
          onDrop: ({ source }) => {
            setOver(false);
            const id = dragged(source.data);
            if (id) latest.current(id);
          },
        });
      }),
    [target, latest],
  );
  return isOver;
}

function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
