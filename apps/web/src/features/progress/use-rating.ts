'use client';

import type { SkillLevel, SkillMatrix } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLevelWords } from '../../components/skill-level.tsx';
import { toast } from '../../components/toasts.tsx';
import { useLater } from '../../lib/later.ts';
import { SaveQueue } from '../../lib/save-queue.ts';
import { useSession } from '../../lib/session.tsx';
import { isLower, isReached, levelAbove } from '../../lib/skill-levels.ts';
import { useUndo } from '../../lib/undo.ts';
import { MatrixStore } from './matrix-store.ts';
import { useMatrixSender } from './queries.ts';
import { cellId, type Rating } from './rating.ts';

const REFRESH_MS = 2000;
/** Three taps up are one rating, not three. */
const PAUSE_MS = 600;

/** Where the sheet for one cell stands; with `level` it asks why that lower level. */
export interface AskedCell {
  studentId: string;
  skillId: string;
  level?: SkillLevel;
}

/** What can be done to a matrix. Its functions stay the same, so that a tap draws only what it changes. */
export function useRating(matrix: SkillMatrix) {
  const { user } = useSession();
  const store = useStore(matrix, user.id);
  const say = useWords(matrix);
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<AskedCell | null>(null);
  const [finished, setFinished] = useState<string | null>(null);
  const { send, refresh } = useMatrixSender(matrix, store, say.meanwhile);
  const queue = useQueue(store, send, useLater(refresh, REFRESH_MS));
  const { undoable, offer, take } = useUndo<Rating[]>();

  const rate = useCallback(
    (ratings: readonly Rating[]) => {
      if (ratings.length === 0) return;
      setAsked(null);
      const before = ratings.map(({ studentId, skillId }): Rating => {
        return { studentId, skillId, level: store.cell(studentId, skillId).level, isUndo: true };
      });
      queue.add(ratings);
      if (ratings.some(({ notes }) => notes)) queue.flush();
      offer(before);
      setSaid(say.rated(ratings));
      const last = ratings.find(
        (rating, at) => !isReached(before[at]?.level ?? 'NOT_STARTED') && say.finishes(store, rating),
      );
      if (last) setFinished(last.studentId);
    },
    [store, queue, offer, say],
  );
  /** Lower is asked about first: why. */
  const want = useCallback(
    (studentId: string, skillId: string, level: SkillLevel) => {
      const now = store.cell(studentId, skillId).level;
      if (level === now) return;
      if (isLower(level, now)) setAsked({ studentId, skillId, level });
      else rate([{ studentId, skillId, level }]);
    },
    [store, rate],
  );
  const open = useCallback((studentId: string, skillId: string) => setAsked({ studentId, skillId }), []);
  const cycle = useCallback(
    (studentId: string, skillId: string) => {
      const above = levelAbove(store.cell(studentId, skillId).level);
      if (above) rate([{ studentId, skillId, level: above }]);
      else open(studentId, skillId);
    },
    [store, rate, open],
  );
  const undo = () => {
    const before = take();
    if (!before) return;
    queue.add(before);
    setFinished(null);
    setSaid(say.undone());
  };
  const acts = useMemo(() => ({ want, cycle, open }), [want, cycle, open]);
  return {
    store,
    queue,
    acts,
    rate,
    undo: undoable && undo,
    said,
    asked,
    closeAsked: () => setAsked(null),
    finished,
    closeFinished: () => setFinished(null),
  };
}

type Meanwhile = Pick<Rating, 'studentId' | 'skillId' | 'level'> & { previousLevel: SkillLevel };

export type RatingActs = ReturnType<typeof useRating>['acts'];

function useStore(matrix: SkillMatrix, readerId: string): MatrixStore {
  const [store] = useState(() => {
    const made = new MatrixStore(readerId);
    made.takeStored(matrix);
    return made;
  });
  useEffect(() => store.takeStored(matrix), [store, matrix]);
  return store;
}

function useQueue(store: MatrixStore, send: ReturnType<typeof useMatrixSender>['send'], onSettled: () => void) {
  const queue = useMemo(
    () => new SaveQueue<Rating>({ idOf: cellId, send, onSettled, pauseMs: PAUSE_MS }),
    [send, onSettled],
  );
  useEffect(() => queue.subscribe(() => store.takeUnsaved(queue.shown())), [queue, store]);
  useEffect(() => {
    const retry = () => queue.retryFailed();
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', queue.flush);
    return () => {
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', queue.flush);
      queue.flush();
    };
  }, [queue]);
  return queue;
}

/** What is said about ratings, with the names as they are at that moment. */
function useWords(matrix: SkillMatrix) {
  const t = useTranslations('progress');
  const { word } = useLevelWords();
  const latest = useRef({ matrix, t, word });
  useEffect(() => {
    latest.current = { matrix, t, word };
  });
  const [words] = useState(() => {
    const namesOf = ({ studentId, skillId }: Pick<Rating, 'studentId' | 'skillId'>) => ({
      name: latest.current.matrix.rows.find((row) => row.studentId === studentId)?.name ?? '',
      skill: latest.current.matrix.skills.find((skill) => skill.id === skillId)?.name ?? '',
    });
    return {
      rated: (ratings: readonly Rating[]) => {
        const { t, word } = latest.current;
        const [first] = ratings;
        if (!first) return '';
        const level = word(first.level);
        if (ratings.length > 1) return t('saidMany', { count: ratings.length, skill: namesOf(first).skill, level });
        return t('said', { ...namesOf(first), level });
      },
      undone: () => latest.current.t('undone'),
      meanwhile: (cells: readonly Meanwhile[]) => {
        const { t, word } = latest.current;
        for (const cell of cells.slice(0, 3)) {
          const change = { theirs: word(cell.previousLevel), level: word(cell.level) };
          toast.done(t('meanwhile', { ...namesOf(cell), ...change }));
        }
      },
      /** Whether this rating was the last one that was missing. */
      finishes: (store: MatrixStore, { studentId, level }: Rating) =>
        isReached(level) &&
        latest.current.matrix.skills.every((skill) => isReached(store.cell(studentId, skill.id).level)),
    };
  });
  return words;
}
