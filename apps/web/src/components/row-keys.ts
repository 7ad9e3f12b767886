'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useRef } from 'react';
import { useShortcut } from './shortcuts.tsx';

/** J and K move between rows, Enter and a click anywhere in a row open it. */
export function useRowKeys<Row>(rows: readonly Row[], onOpen: ((row: Row) => void) | undefined) {
  const t = useTranslations('design');
  const body = useRef<HTMLTableSectionElement>(null);
  const canOpen = onOpen !== undefined && rows.length > 0;

  const step = (by: 1 | -1) => {
    const names = [...(body.current?.querySelectorAll<HTMLElement>('tr > td > button:first-child') ?? [])];
    const at = names.findIndex((name) => name === document.activeElement);
    const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), names.length - 1);
    names[next]?.focus();
  };
  useShortcut('j', t('nextRow'), () => step(1), canOpen);
  useShortcut('k', t('previousRow'), () => step(-1), canOpen);

  const byClick = (event: MouseEvent, row: Row) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, label');
    const isSelecting = Boolean(window.getSelection()?.toString());
    if (!onControl && !isSelecting) onOpen?.(row);
  };
  return { body, byClick };
}
