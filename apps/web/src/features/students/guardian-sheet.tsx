'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useConfirm } from '../../components/confirm.tsx';
import { useFieldText } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { FieldProblem } from '../../lib/api-problem.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { emptyGuardian, GuardianFields, guardianBody, guardianValues } from './guardian-form.tsx';
import { type Guardian, useGuardianActs } from './queries.ts';
import styles from './students.module.css';

interface GuardianSheetProps {
  studentId: string;
  guardian: Guardian | null;
  onDone: () => void;
}

export function GuardianSheet({ studentId, guardian, onDone }: GuardianSheetProps) {
  const t = useTranslations('students');
  const confirm = useConfirm();
  const textOf = useFieldText();
  const [values, setValues] = useState(() =>
    guardian ? guardianValues(guardian) : { ...emptyGuardian, isPrimary: false },
  );
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const acts = useGuardianActs(studentId, onDone);
  const errorAt = (path: string) => {
    const found = [...problems, ...(acts.error?.errors ?? [])].find((one) => one.path === path);
    return found && textOf(found);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = guardianBody(values);
    const found = await bodyProblems('addGuardian', body);
    setProblems(found);
    if (found.length > 0) return;
    if (guardian) acts.change(guardian.id, body);
    else acts.add(body);
  };
  const remove = async (leaving: Guardian) => {
    const question = {
      title: t('removeTitle', { name: leaving.name }),
      consequence: t('removeText'),
      confirmLabel: t('remove'),
      isDangerous: true,
    };
    if (await confirm(question)) acts.remove(leaving.id);
  };
  return (
    <form className={styles.main} onSubmit={(event) => void submit(event)} noValidate>
      <ProblemNotice problem={acts.error?.errors.length ? null : acts.error} />
      <GuardianFields
        values={values}
        onChange={(changes) => setValues((now) => ({ ...now, ...changes }))}
        errorAt={errorAt}
      />
      <Button type="submit" loading={acts.isPending}>
        {t('save')}
      </Button>
      {guardian && (
        <Button variant="subtle" color="bad" disabled={acts.isPending} onClick={() => void remove(guardian)}>
          {t('remove')}
        </Button>
      )}
    </form>
  );
}
