'use client';

import type { Mark } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useShortcut } from '../../components/shortcuts.tsx';

interface RosterKeys {
  list: RefObject<HTMLElement | null>;
  isOn: boolean;
  onKey: (studentId: string, status: Mark | null) => void;
}

/** P, A, L and U act on the row that has the focus; the arrows move it from row to row. */
export function useRosterKeys({ list, isOn, onKey }: RosterKeys): void {
  const t = useTranslations('attendance');
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-student]') ?? [])];
  const at = () => rows().findIndex((row) => row.contains(document.activeElement));
  const move = (step: number) => () => {
    const all = rows();
    const from = at();
    const row = all[from < 0 ? 0 : Math.min(Math.max(from + step, 0), all.length - 1)];
    row?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const set = (status: Mark | null) => () => {
    const id = rows()[at()]?.dataset['student'];
    if (id) onKey(id, status);
    else move(0)();
  };
  useShortcut('p', t('keys.present'), set('PRESENT'), isOn);
  useShortcut('a', t('keys.absent'), set('ABSENT'), isOn);
  useShortcut('l', t('keys.late'), set('LATE'), isOn);
  useShortcut('u', t('keys.unmark'), set(null), isOn);
  useShortcut('ArrowDown', t('keys.next'), move(1));
  useShortcut('ArrowUp', t('keys.previous'), move(-1));
}
