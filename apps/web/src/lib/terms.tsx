'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCenter } from './center.tsx';
import { read } from './operation-hooks.ts';

const usual = { student: 'CHILD', trainer: 'TRAINER', batch: 'BATCH' } as const;

/**
 * The center's own words, as arguments for messages: `t('newLead', terms)` with "New {student}".
 * Lower case in sentences (`student`, `students`), capital at their start (`Student`, `Students`).
 */
export function useTerms() {
  const { id } = useCenter();
  const t = useTranslations('terms');
  const { data } = useQuery({ ...read('getSettings', { params: { id } }), staleTime: 10 * 60_000 });
  const chosen = data?.settings.terms ?? usual;
  return useMemo(() => {
    const word = (term: string, form: 'one' | 'many') => t(`${term}.${form}`);
    const names = {
      student: word(chosen.student, 'one'),
      students: word(chosen.student, 'many'),
      trainer: word(chosen.trainer, 'one'),
      trainers: word(chosen.trainer, 'many'),
      batch: word(chosen.batch, 'one'),
      batches: word(chosen.batch, 'many'),
    };
    return {
      ...names,
      Student: capital(names.student),
      Students: capital(names.students),
      Trainer: capital(names.trainer),
      Trainers: capital(names.trainers),
      Batch: capital(names.batch),
      Batches: capital(names.batches),
    };
  }, [chosen.student, chosen.trainer, chosen.batch, t]);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
