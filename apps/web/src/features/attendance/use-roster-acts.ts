'use client';

import type { Mark, Roster, RosterRow } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { doubtsAbout, isAbsent, isPresent, markOf, type MarkList, remainingOf, type Sent } from './marks.ts';
import { useMarking } from './use-marking.ts';

export type Question = { about: 'one'; row: RosterRow; status: Mark } | { about: 'many'; rows: RosterRow[] };

/** What can be done on a roster, and the question that stands in between where a plan has ended. */
export function useRosterActs(roster: Roster) {
  const t = useTranslations('attendance');
  const marking = useMarking(roster.session.id);
  const [question, setQuestion] = useState<Question | null>(null);
  const [said, setSaid] = useState('');
  const now = useNow(roster.rows, marking.sent);
  const { mark } = marking;

  const set = useCallback(
    (row: RosterRow, status: Mark | null, notes?: string) => {
      const previous = now.markOf(row);
      mark(
        [{ studentId: row.studentId, status, ...(notes !== undefined && { notes }) }],
        [{ studentId: row.studentId, status: previous }],
      );
      const { name } = row;
      setSaid(status ? t('announce', { name, mark: t(`mark.${status}`) }) : t('announceOff', { name }));
    },
    [mark, now, t],
  );
  /** Sets a mark, after the question where there is one to ask. */
  const want = useCallback(
    (row: RosterRow, status: Mark) => {
      const needsAnswer = isPresent(status) && !isPresent(now.markOf(row));
      if (needsAnswer && (row.blocked || doubtsAbout(row.warnings).length > 0)) {
        setQuestion({ about: 'one', row, status });
      } else set(row, status);
    },
    [now, set],
  );
  const tap = useCallback(
    (studentId: string, button: 'PRESENT' | 'ABSENT') => {
      const row = now.row(studentId);
      if (!row) return;
      const isOn = (button === 'PRESENT' ? isPresent : isAbsent)(now.markOf(row));
      if (isOn) set(row, null);
      else want(row, button);
    },
    [now, set, want],
  );
  const setAll = (rows: readonly RosterRow[]) => {
    setQuestion(null);
    if (rows.length === 0) return;
    const all = (status: Mark | null): MarkList => rows.map(({ studentId }) => ({ studentId, status }));
    mark(all('PRESENT'), all(null));
    setSaid(t('announceMany', { count: rows.length }));
  };
  const markRemaining = () => {
    const rows = remainingOf(roster.rows, marking.sent);
    if (rows.some((row) => doubtsAbout(row.warnings).length > 0)) setQuestion({ about: 'many', rows });
    else setAll(rows);
  };
  const undo = () => {
    marking.undo?.();
    setSaid(t('undone'));
  };
  return { ...marking, undo: marking.undo && undo, set, want, tap, setAll, markRemaining, question, setQuestion, said };
}

/** The rows as they are at the moment of a tap, without making every row new when one changes. */
function useNow(rows: readonly RosterRow[], sent: Sent) {
  const latest = useRef({ rows, sent });
  useEffect(() => {
    latest.current = { rows, sent };
  });
  const [reader] = useState(() => ({
    row: (id: string) => latest.current.rows.find((row) => row.studentId === id),
    markOf: (row: RosterRow) => markOf(row, latest.current.sent.get(row.studentId)),
  }));
  return reader;
}
