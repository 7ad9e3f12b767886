'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { useMemo, useState } from 'react';
import { useFormatting } from '../../lib/formatting.tsx';
import { studentsFor, type WhoFilter, whoFilters } from './rating.ts';

export const modes = ['skill', 'grid'] as const;
export type Mode = (typeof modes)[number];

/** What the address says when nobody has chosen. */
export const noChoice = { mode: '', who: '', skill: '', category: '' };

/** By skill where fingers work, the grid where there is a desk with a mouse. */
export function useShownMode(chosen: string): Mode {
  const [usual] = useState<Mode>(() =>
    window.matchMedia('(min-width: 1200px) and (pointer: fine)').matches ? 'grid' : 'skill',
  );
  return modes.find((mode) => mode === chosen) ?? usual;
}

/**
 * Who is on the list: those who came today, once somebody is marked. Who was on it stays while the filter
 * stays, so that nobody disappears under the finger by being rated.
 */
export function useShownStudents(matrix: SkillMatrix, chosen: string) {
  const format = useFormatting();
  const [today] = useState(format.today);
  const somebodyCame = matrix.rows.some((row) => row.presentToday);
  const who: WhoFilter = whoFilters.find((filter) => filter === chosen) ?? (somebodyCame ? 'present' : 'all');
  const [kept, setKept] = useState<{ who: WhoFilter; ids: ReadonlySet<string> } | null>(null);
  const now = studentsFor(matrix.rows, who, today).map((row) => row.studentId);
  const before = kept?.who === who ? kept.ids : new Set<string>();
  if (kept?.who !== who || now.some((id) => !before.has(id))) setKept({ who, ids: new Set([...before, ...now]) });
  const ids = kept?.who === who ? kept.ids : before;
  const students = useMemo(() => matrix.rows.filter((row) => ids.has(row.studentId)), [matrix.rows, ids]);
  return { who, students };
}
