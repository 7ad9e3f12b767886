'use client';

import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { levels } from '../../lib/skill-levels.ts';
import { type GridFocus, HEAD, NAMES, type Place, placeAfter } from './grid-focus.ts';
import type { RatingActs } from './use-rating.ts';

const LONG_PRESS_MS = 470;
const SETTLE_MS = 30;
const SLIP_PX = 10;

interface GridActs {
  grid: RefObject<HTMLElement | null>;
  focus: GridFocus;
  lines: { rows: readonly string[]; columns: readonly string[] };
  acts: RatingActs;
  mayAssess: boolean;
}

/** One set of handlers for thousands of cells: what was meant is read from the cell that was hit. */
export function useGridActs({ grid, focus, lines, acts, mayAssess }: GridActs) {
  const press = useLongPress((target) => {
    const place = placeOf(target);
    if (place && isCell(place)) acts.open(place.row, place.column);
  });
  const go = (place: Place) => {
    focus.move(place);
    const { row, column } = place;
    const found = grid.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(row)}"] [data-column="${CSS.escape(column)}"]`,
    );
    found?.focus();
    found?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const place = placeOf(event.target);
    if (!place) return;
    const next = placeAfter(event.key, place, event.ctrlKey, lines);
    const isDone = next ? (go(next), true) : isCell(place) && !event.ctrlKey && act(event.key, place);
    if (isDone) event.preventDefault();
  };
  const act = (key: string, { row, column }: Place): boolean => {
    const level = levels[Number(key) - 1];
    if (key === 'Enter') acts.open(row, column);
    else if (mayAssess && key === ' ') acts.cycle(row, column);
    else if (mayAssess && level) acts.want(row, column, level);
    else return false;
    return true;
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || !isCell(place) || press.wasLong()) return;
    if (mayAssess) acts.cycle(place.row, place.column);
    else acts.open(place.row, place.column);
  };
  const onContextMenu = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || !isCell(place)) return;
    event.preventDefault();
    if (!press.wasLong()) acts.open(place.row, place.column);
  };
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (place) focus.move(place);
  };
  return { onKeyDown, onClick, onContextMenu, onFocus, ...press.handlers };
}

const isCell = ({ row, column }: Place) => row !== HEAD && column !== NAMES;

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const column = cell?.dataset['column'];
  return row && column ? { row, column } : null;
}

/** A finger that stays for half a second. The click that follows it means nothing more. */
function useLongPress(onLong: (target: Element) => void) {
  const state = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number; isLong: boolean } | null>(null);
  const end = () => clearTimeout(state.current?.timer);
  const onPointerDown = (event: PointerEvent) => {
    end();
    state.current = null;
    const { target, clientX, clientY, pointerType } = event;
    if (pointerType !== 'touch' || !(target instanceof Element)) return;
    const open = () => {
      pressed.isLong = true;
      onLong(target);
    };
    // In two steps: a finger that was lifted while the page was busy is heard of in between.
    const wait = () => {
      pressed.timer = setTimeout(open, SETTLE_MS);
    };
    const pressed = { timer: setTimeout(wait, LONG_PRESS_MS), x: clientX, y: clientY, isLong: false };
    state.current = pressed;
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    const { x = clientX, y = clientY } = state.current ?? {};
    if (Math.hypot(clientX - x, clientY - y) > SLIP_PX) end();
  };
  return {
    wasLong: () => state.current?.isLong ?? false,
    handlers: { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end },
  };
}
