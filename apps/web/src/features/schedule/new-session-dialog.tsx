'use client';

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import type { Body } from '../../lib/operations.ts';
import { useTerms } from '../../lib/terms.tsx';
import { Dialog } from './dialog.tsx';
import { useCreateSession, useOpenBatches } from './queries.ts';
import styles from './schedule.module.css';
import { SessionFields, type SessionValues } from './session-fields.tsx';

export function NewSessionDialog({ date, onClose }: { date: string; onClose: () => void }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const batches = useOpenBatches(true);
  const form = useForm<SessionValues>({ initialValues: { ...blank, date } });
  const problemsOf = useFieldProblems(form);
  const [isPlaced, setPlaced] = useState(true);
  const create = useCreateSession(({ name }) => {
    toast.done(t('form.created', { name }));
    onClose();
  });
  const submit = async (values: SessionValues) => {
    const body = bodyFrom(values);
    const found = await bodyProblems('createClassSession', body);
    setPlaced(problemsOf(found) || found.length === 0);
    if (found.length > 0) return;
    create.mutate({ body }, { onError: (problem) => setPlaced(problemsOf(problem)) });
  };
  const ofBatch = batches.find((batch) => batch.id === form.values.batchId);
  const choose = (batchId: string) => {
    const batch = batches.find((one) => one.id === batchId);
    form.setValues({ batchId, ...(batch && { startTime: batch.startTime, endTime: batch.endTime }) });
  };
  return (
    <Dialog title={t('form.newTitle')} onClose={onClose}>
      <form className={styles.stack} noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        {!isPlaced && <ProblemNotice problem={create.error} />}
        <NativeSelect
          label={t('form.batch', terms)}
          {...form.getInputProps('batchId')}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('form.noBatch') },
            ...batches.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          label={ofBatch ? t('form.nameOfBatch', terms) : t('form.name')}
          maxLength={120}
          {...form.getInputProps('name')}
        />
        <SessionFields
          form={form}
          nobody={ofBatch ? t('form.asBatch', terms) : t('form.nobody')}
          capacityLabel={ofBatch ? t('form.capacityOfBatch', terms) : t('form.capacity')}
        />
        <Checkbox label={t('form.asDraft')} {...form.getInputProps('isDraft', { type: 'checkbox' })} />
        <Button type="submit" size="lg" loading={create.isPending}>
          {t('form.create')}
        </Button>
      </form>
    </Dialog>
  );
}

const blank: SessionValues = {
  batchId: '',
  name: '',
  date: null,
  startTime: '16:00',
  endTime: '17:00',
  capacity: '',
  trainerUserId: '',
  overbookReason: '',
  isDraft: false,
};

function bodyFrom(values: SessionValues): Body<'createClassSession'> {
  const { batchId, name, date, startTime, endTime, capacity, trainerUserId, isDraft } = values;
  return {
    ...(batchId && { batchId }),
    ...(name.trim() && { name: name.trim() }),
    date: date ?? '',
    startTime,
    endTime,
    ...(typeof capacity === 'number' && { capacity }),
    ...(trainerUserId && { trainerUserId }),
    status: isDraft ? 'DRAFT' : 'PUBLISHED',
  };
}
