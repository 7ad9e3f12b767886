'use client';

import type { SkillLevel, SkillMatrix } from '@cartwheel/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useProblemText } from '../../components/problem-notice.tsx';
import { useLevelWords } from '../../components/skill-level.tsx';
import { toast } from '../../components/toasts.tsx';
import { read, readPages, runWrite, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId } from '../../lib/operations.ts';
import type { Act } from '../../lib/save-queue.ts';
import { isLower } from '../../lib/skill-levels.ts';
import type { MatrixStore } from './matrix-store.ts';
import { type Rating, withCells } from './rating.ts';

export type SkillsOfStudent = Answer<'getStudentSkills'>;

export function useSkillMatrix(batchId: string) {
  return useQuery({ ...read('getSkillMatrix', { params: { id: batchId }, query: {} }), refetchInterval: 60_000 });
}

export function useStudentSkills(studentId: string) {
  return useQuery(read('getStudentSkills', { params: { id: studentId } }));
}

export function useSkillHistory(studentId: string, skillId: string) {
  return useInfiniteQuery(readPages('listSkillHistory', { params: { id: studentId }, query: { skillId, limit: 50 } }));
}

type Rated = Answer<'assessSkills'>['cells'];

const shown = ['getStudentSkills', 'getSkillMatrix', 'listSkillHistory'] as const satisfies readonly OperationId[];

/** Rates one skill of a student; a raise can be taken back. */
export function useRateStudent(studentId: string, skill: { id: string; name: string; level: SkillLevel }) {
  const t = useTranslations('progress');
  const { word } = useLevelWords();
  const textOf = useProblemText();
  const { mutate } = useWrite('assessSkills', { refreshes: shown });
  const rate = (level: SkillLevel, notes: string | undefined, onDone: () => void) => {
    const update = { studentId, skillId: skill.id, level, ...(notes && { notes }) };
    const done = t('profile.saved', { skill: skill.name, level: word(level) });
    const back = { ...update, level: skill.level, notes: t('undoNote') };
    mutate(
      { body: { updates: [update] } },
      {
        onSuccess: () => {
          onDone();
          if (level === skill.level) toast.done(done);
          else toast.undoable(done, () => mutate({ body: { updates: [back] } }));
        },
        onError: (problem) => toast.failed(textOf(problem)),
      },
    );
  };
  return rate;
}

/** Sends ratings of a matrix and puts the answers into it; what others changed meanwhile is told. */
export function useMatrixSender(matrix: SkillMatrix, store: MatrixStore, onMeanwhile: (cells: Rated) => void) {
  const t = useTranslations('progress');
  const queries = useQueryClient();
  const batchId = matrix.batch.id;
  const sessionId = matrix.session?.id;
  return useMemo(() => {
    const bodies = new WeakMap<Act<Rating>, Body<'assessSkills'>>();
    // Made once for an act: what is sent again has to be the same.
    const bodyFor = (act: Act<Rating>) => {
      const body = bodies.get(act) ?? bodyOf(act, store, { sessionId, undoNote: t('undoNote') });
      bodies.set(act, body);
      return body;
    };
    const send = async (act: Act<Rating>): Promise<ReadonlyMap<string, never>> => {
      const { queryKey } = read('getSkillMatrix', { params: { id: batchId }, query: {} });
      const body = bodyFor(act);
      await queries.cancelQueries({ queryKey });
      const { cells } = await runWrite(queries, 'assessSkills', { body, idempotencyKey: act.key });
      onMeanwhile(cells.filter((cell) => cell.previousLevel !== store.storedLevel(cell)));
      const now = queries.setQueryData<SkillMatrix>(queryKey, (known) => known && withCells(known, cells));
      if (now) store.takeStored(now);
      return new Map<string, never>();
    };
    const refresh = () => {
      for (const name of shown) void queries.invalidateQueries({ queryKey: [name] });
    };
    return { send, refresh };
  }, [queries, batchId, sessionId, store, onMeanwhile, t]);
}

function bodyOf(
  { changes }: Act<Rating>,
  store: MatrixStore,
  given: { sessionId: string | undefined; undoNote: string },
): Body<'assessSkills'> {
  const updates = changes.map((rating) => {
    const { studentId, skillId, level, notes, isUndo } = rating;
    const note = isUndo && isLower(level, store.storedLevel(rating)) ? given.undoNote : notes;
    return { studentId, skillId, level, ...(note && { notes: note }) };
  });
  return { updates, ...(given.sessionId && { classSessionId: given.sessionId }) };
}
