'use client';

import type { Curriculum, CurriculumWithSkills, Skill } from '@cartwheel/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, runWrite, useWrite } from '../../lib/operation-hooks.ts';
import type { Body, OperationId } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

export type { Curriculum, CurriculumWithSkills, Skill };

const shown = [
  'listCurricula',
  'getCurriculum',
  'listCurriculumUse',
  'getSkillMatrix',
  'getStudentSkills',
] as const satisfies readonly OperationId[];

export function useCurricula(isArchived: boolean) {
  const query = { active: isArchived ? 'false' : 'true', limit: 50 } as const;
  const pages = useInfiniteQuery(readPages('listCurricula', { query }));
  return { ...listOf(pages), exporting: useListExport('curricula', query) };
}

/** Who uses which of the organization's; only headquarters sees it. */
export function useCurriculumUse(isWanted: boolean) {
  const { data } = useQuery({ ...read('listCurriculumUse'), enabled: isWanted });
  return data?.items;
}

const one = (id: string) => read('getCurriculum', { params: { id }, query: { retired: 'true' } });

export function useCurriculum(id: string) {
  return useQuery(one(id));
}

export function useCreateCurriculum(onDone: (curriculum: CurriculumWithSkills) => void) {
  return useWrite('createCurriculum', { refreshes: ['listCurricula'], onDone });
}

export function useCopyCurriculum(onDone: (curriculum: CurriculumWithSkills) => void) {
  return useWrite('copyCurriculum', { refreshes: shown, onDone });
}

export function useChangeCurriculum(curriculum: Curriculum, onDone: (changed: CurriculumWithSkills) => void) {
  const { mutate, isPending, error } = useWrite('changeCurriculum', { refreshes: shown, onDone });
  return {
    isPending,
    error,
    change: (body: Body<'changeCurriculum'>, onError?: (problem: Error) => void) =>
      mutate({ params: { id: curriculum.id }, body, ifMatch: curriculum.version }, { ...(onError && { onError }) }),
  };
}

export function usePasteSkills() {
  return useWrite('pasteSkills', { refreshes: shown });
}

export function useChangeSkill() {
  const { mutate, mutateAsync, isPending, error } = useWrite('changeSkill', { refreshes: shown });
  const input = (skill: Skill, body: Body<'changeSkill'>) => ({
    params: { id: skill.id },
    body,
    ifMatch: skill.version,
  });
  return {
    isPending,
    error,
    change: (skill: Skill, body: Body<'changeSkill'>, onDone?: () => void) =>
      mutate(input(skill, body), { ...(onDone && { onSuccess: onDone }) }),
    changed: (skill: Skill, body: Body<'changeSkill'>) => mutateAsync(input(skill, body)),
  };
}

/** Acts that follow each other faster than a form would: typing skill after skill, and moving them. */
export function useSkillActs(curriculumId: string) {
  const queries = useQueryClient();
  return useMemo(() => {
    const { queryKey } = one(curriculumId);
    return {
      refresh: () => Promise.all(shown.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
      add: (name: string, category: string | null) =>
        runWrite(queries, 'createSkill', { body: { curriculumId, name, category } }),
      order: async (skills: Body<'orderSkills'>['skills'], idempotencyKey: string) => {
        await queries.cancelQueries({ queryKey });
        const input = { params: { id: curriculumId }, body: { skills }, idempotencyKey };
        const fresh = await runWrite(queries, 'orderSkills', input);
        queries.setQueryData<CurriculumWithSkills>(queryKey, (now) => now && withOrder(now, fresh));
      },
    };
  }, [queries, curriculumId]);
}

/** The answer knows what is taught; what is not stays as it was. */
function withOrder(now: CurriculumWithSkills, fresh: CurriculumWithSkills): CurriculumWithSkills {
  return { ...fresh, skills: [...fresh.skills, ...now.skills.filter((skill) => skill.retiredAt !== null)] };
}
