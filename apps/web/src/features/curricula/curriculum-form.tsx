'use client';

import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import styles from './curricula.module.css';

interface Values extends Record<string, unknown> {
  name: string;
  description: string;
}

interface CurriculumFormProps {
  operation: 'createCurriculum' | 'changeCurriculum';
  initial: Values;
  submitLabel: string;
  isSaving: boolean;
  problem: Error | null;
  onSubmit: (body: { name: string; description: string | null }, onError: (problem: Error) => void) => void;
}

export function CurriculumForm({ operation, initial, submitLabel, isSaving, problem, onSubmit }: CurriculumFormProps) {
  const t = useTranslations('curricula');
  const form = useForm<Values>({ initialValues: initial });
  const problemsOf = useFieldProblems(form);
  const [isPlaced, setPlaced] = useState(false);
  const submit = async ({ name, description }: Values) => {
    const body = { name: name.trim(), description: description.trim() || null };
    const found = await bodyProblems(operation, body);
    problemsOf(found);
    if (found.length === 0) onSubmit(body, (refusal) => setPlaced(problemsOf(refusal)));
  };
  return (
    <form className={styles.stack} noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      {!isPlaced && <ProblemNotice problem={problem} words={{ duplicate: t('nameTaken') }} />}
      <TextInput label={t('name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <Textarea label={t('description')} maxLength={1000} autosize minRows={2} {...form.getInputProps('description')} />
      <Button type="submit" size="lg" loading={isSaving}>
        {submitLabel}
      </Button>
    </form>
  );
}
