'use client';

import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { FormCard } from '../../components/form-card.tsx';
import { useFieldText } from '../../components/form-problems.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { toast } from '../../components/toasts.tsx';
import type { FieldProblem } from '../../lib/api-problem.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useDraft } from '../../lib/draft.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { emptyGuardian, GuardianFields, guardianBody } from './guardian-form.tsx';
import { useAddStudent } from './queries.ts';
import { bodyOf, StudentFields, valuesOf } from './student-form.tsx';
import styles from './students.module.css';

export function NewStudentScreen() {
  const t = useTranslations('students');
  const terms = useTerms();
  const { may } = useSession();
  if (!may('students:write')) return <Forbidden isPage />;
  return (
    <div className={styles.page}>
      <PageHeader title={t('add', terms)} />
      <NewStudentForm />
    </div>
  );
}

function NewStudentForm() {
  const t = useTranslations('students');
  const terms = useTerms();
  const router = useRouter();
  const path = useCenterPath();
  const textOf = useFieldText();
  const [values, setValues] = useState(() => ({ student: valuesOf(null), guardian: emptyGuardian }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const isDirty = values.student.firstName !== '' || values.guardian.name !== '';
  const draft = useDraft({ form: 'student', values, isDirty, restore: setValues });
  const { add, isPending, error } = useAddStudent((student) => {
    draft.forget();
    toast.done(t('added', { name: student.name }));
    router.push(path('students', student.id));
  });
  const errorAt = (name: string) => {
    const found = [...problems, ...(error?.errors ?? [])].find((one) => one.path === name);
    return found && textOf(found);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const hasGuardian = Boolean(values.guardian.name || values.guardian.phone || values.guardian.email);
    const body = { ...bodyOf(values.student), guardians: hasGuardian ? [guardianBody(values.guardian)] : [] };
    const found = await bodyProblems('createStudent', body);
    setProblems(found);
    if (found.length === 0) add(body);
  };
  const existing = error?.code === 'duplicate' && error.existingId;
  return (
    <form className={styles.main} onSubmit={(event) => void submit(event)} noValidate>
      {draft.keptAt && !isDirty && (
        <div className={styles.band} role="status">
          <p>{t('draft')}</p>
          <Button variant="default" onClick={draft.restore}>
            {t('restoreDraft')}
          </Button>
        </div>
      )}
      <ProblemNotice
        problem={error?.errors.length ? null : error}
        words={{ duplicate: t('known', terms) }}
        action={
          existing && (
            <Anchor component={Link} href={path('students', existing)} prefetch={false}>
              {t('openKnown')}
            </Anchor>
          )
        }
      />
      <FormCard title={terms.Student}>
        <StudentFields
          values={values.student}
          onChange={(changes) => setValues((now) => ({ ...now, student: { ...now.student, ...changes } }))}
          errorAt={errorAt}
        />
      </FormCard>
      <FormCard title={t('family')}>
        <GuardianFields
          values={values.guardian}
          onChange={(changes) => setValues((now) => ({ ...now, guardian: { ...now.guardian, ...changes } }))}
          errorAt={(name) => errorAt(`guardians.0.${name}`)}
        />
      </FormCard>
      <div>
        <Button type="submit" size="lg" loading={isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
