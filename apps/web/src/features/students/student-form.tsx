'use client';

import { Button, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { useFieldText } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import type { FieldProblem } from '../../lib/api-problem.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Body } from '../../lib/operations.ts';
import { type Student, useChangeStudent } from './queries.ts';
import styles from './students.module.css';

export interface StudentValues {
  firstName: string;
  lastName: string;
  dob: string | null;
  age: string;
  school: string;
  interests: string[];
  medicalNotes: string;
  notes: string;
}

export function valuesOf(student: Student | null): StudentValues {
  return {
    firstName: student?.firstName ?? '',
    lastName: student?.lastName ?? '',
    dob: student?.dob ?? null,
    age: student?.ageIsApproximate && student.ageYears !== null ? String(student.ageYears) : '',
    school: student?.school ?? '',
    interests: student?.interests ?? [],
    medicalNotes: student?.medicalNotes ?? '',
    notes: student?.notes ?? '',
  };
}

/** Empty fields are sent as null: somebody emptied them on purpose. */
export function bodyOf(values: StudentValues): Body<'changeStudent'> & { firstName: string } {
  const { firstName, dob, age, interests } = values;
  return {
    firstName,
    lastName: values.lastName.trim() || null,
    dob,
    ...(!dob && age.trim() && { ageYears: Number(age) }),
    school: values.school.trim() || null,
    interests,
    medicalNotes: values.medicalNotes.trim() || null,
    notes: values.notes.trim() || null,
  };
}

export function StudentForm({ student, onDone }: { student: Student; onDone: () => void }) {
  const t = useTranslations('students');
  const textOf = useFieldText();
  const [values, setValues] = useState(() => valuesOf(student));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { change, isPending, error } = useChangeStudent(student, () => {
    toast.done(t('saved', { name: student.name }));
    onDone();
  });
  const errorAt = (path: string) => {
    const found = [...problems, ...(error?.errors ?? [])].find((one) => one.path === path);
    return found && textOf(found);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(values);
    const found = await bodyProblems('changeStudent', body);
    setProblems(found);
    if (found.length === 0) change(body);
  };
  return (
    <form className={styles.main} onSubmit={(event) => void submit(event)} noValidate>
      <ProblemNotice problem={error?.errors.length ? null : error} />
      <StudentFields
        values={values}
        onChange={(changes) => setValues((now) => ({ ...now, ...changes }))}
        errorAt={errorAt}
      />
      <Button type="submit" loading={isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

interface StudentFieldsProps {
  values: StudentValues;
  onChange: (changes: Partial<StudentValues>) => void;
  errorAt: (path: string) => string | undefined;
}

export function StudentFields({ values, onChange, errorAt }: StudentFieldsProps) {
  const t = useTranslations('students');
  const format = useFormatting();
  const text = (name: 'firstName' | 'lastName' | 'school', maxLength: number) => ({
    label: t(`field.${name}`),
    autoComplete: 'off',
    maxLength,
    value: values[name],
    error: errorAt(name),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  const long = (name: 'medicalNotes' | 'notes', maxLength: number) => ({
    label: t(`field.${name}`),
    rows: 2,
    maxLength,
    value: values[name],
    error: errorAt(name),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <div className={styles.two}>
        <TextInput {...text('firstName', 80)} />
        <TextInput {...text('lastName', 80)} />
        <DateField
          label={t('field.dob')}
          max={format.today()}
          value={values.dob}
          error={errorAt('dob')}
          onChange={(dob) => onChange({ dob })}
        />
        <TextInput
          label={t('field.age')}
          inputMode="numeric"
          maxLength={3}
          value={values.age}
          error={errorAt('ageYears')}
          onChange={(event) => onChange({ age: event.currentTarget.value.replace(/\D/g, '') })}
        />
      </div>
      <Textarea {...long('medicalNotes', 2000)} />
      <TextInput {...text('school', 160)} />
      <TagsInput
        label={t('field.interests')}
        acceptValueOnBlur
        maxTags={30}
        value={values.interests}
        error={errorAt('interests')}
        onChange={(interests) => onChange({ interests })}
      />
      <Textarea {...long('notes', 4000)} />
    </>
  );
}
