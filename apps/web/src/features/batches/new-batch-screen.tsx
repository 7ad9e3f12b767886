'use client';

import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useDraft } from '../../lib/draft.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { BatchFields } from './batch-fields.tsx';
import { type BatchValues, bodyOf, newBatch } from './batch-values.ts';
import styles from './batches.module.css';
import { useCreateBatch } from './queries.ts';

export function NewBatchScreen() {
  const t = useTranslations('batches');
  const terms = useTerms();
  const { may } = useSession();
  if (!may('batches:write')) return <Forbidden who={t('form.readOnly', terms)} isPage />;
  return (
    <>
      <PageHeader title={t('new', terms)} />
      <NewBatchForm />
    </>
  );
}

function NewBatchForm() {
  const t = useTranslations('batches');
  const terms = useTerms();
  const router = useRouter();
  const path = useCenterPath();
  const form = useForm<BatchValues>({ initialValues: newBatch });
  const draft = useDraft({ form: 'batch', values: form.values, isDirty: form.isDirty(), restore: form.setValues });
  const problemsOf = useFieldProblems(form);
  const [isPlaced, setPlaced] = useState(true);
  const create = useCreateBatch(({ name }) => {
    draft.forget();
    toast.done(t('form.created', { name }));
    router.push(path('batches'));
  });
  const submit = async (values: BatchValues) => {
    const body = bodyOf(values);
    const found = await bodyProblems('createBatch', body);
    setPlaced(problemsOf(found) || found.length === 0);
    if (found.length > 0) return;
    create.mutate({ body }, { onError: (problem) => setPlaced(problemsOf(problem)) });
  };
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      {draft.keptAt && <KeptDraft at={draft.keptAt} onRestore={draft.restore} onForget={draft.forget} />}
      {!isPlaced && <ProblemNotice problem={create.error} />}
      <BatchFields form={form} isReadOnly={false} />
      <div className={styles.foot}>
        <Button type="submit" size="lg" loading={create.isPending}>
          {t('form.create', terms)}
        </Button>
      </div>
    </form>
  );
}

function KeptDraft({ at, onRestore, onForget }: { at: string; onRestore: () => void; onForget: () => void }) {
  const t = useTranslations('batches');
  const format = useFormatting();
  return (
    <div className={styles.stack}>
      <p>{t('form.draft', { at: format.dateTime(at) })}</p>
      <div className={styles.places}>
        <Button variant="default" onClick={onRestore}>
          {t('form.restore')}
        </Button>
        <Button variant="default" onClick={onForget}>
          {t('form.forget')}
        </Button>
      </div>
    </div>
  );
}
