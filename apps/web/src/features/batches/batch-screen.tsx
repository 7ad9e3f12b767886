'use client';

import type { Batch, BatchImpact } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { ArchiveButton } from './archive-button.tsx';
import { BatchFields } from './batch-fields.tsx';
import { EarlierTerms } from './earlier-terms.tsx';
import { type BatchValues, changesOf, valuesOf } from './batch-values.ts';
import styles from './batches.module.css';
import { ImpactSheet } from './impact-sheet.tsx';
import { PlacesLeft } from './places-left.tsx';
import { type BatchChange, useBatch, useBatchChange } from './queries.ts';

interface BatchScreenProps {
  id: string;
  /** What other features do with a batch. */
  acts?: ReactNode;
}

export function BatchScreen({ id, acts }: BatchScreenProps) {
  const t = useTranslations('batches');
  const terms = useTerms();
  const { may } = useSession();
  const batch = useBatch(id);
  if (!may('batches:read')) return <Forbidden who={t('whoMay', terms)} isPage />;
  return (
    <QueryView query={batch} failure={t('oneFailed', terms)}>
      {(found) => <BatchPage key={found.version} batch={found} acts={acts} />}
    </QueryView>
  );
}

function BatchPage({ batch, acts }: { batch: Batch; acts: ReactNode }) {
  const t = useTranslations('batches');
  const terms = useTerms();
  const { may } = useSession();
  const path = useCenterPath();
  const mayWrite = may('batches:write');
  return (
    <>
      <PageHeader
        title={<span dir="auto">{batch.name}</span>}
        subtitle={t('students', { count: batch.studentCount })}
        beside={
          <>
            {!batch.active && <StatusChip tone="ink">{t('archived')}</StatusChip>}
            <PlacesLeft batch={batch} />
          </>
        }
        actions={
          <>
            {acts}
            {may('progress:read') && (
              <Button component={Link} href={path('batches', batch.id, 'skills')} prefetch={false} variant="default">
                {t('skills')}
              </Button>
            )}
            {mayWrite && <ArchiveButton batch={batch} />}
          </>
        }
      />
      {!mayWrite && <p>{t('form.readOnly', terms)}</p>}
      <EarlierTerms batch={batch} />
      <BatchForm batch={batch} isReadOnly={!mayWrite || !batch.active} />
    </>
  );
}

function BatchForm({ batch, isReadOnly }: { batch: Batch; isReadOnly: boolean }) {
  const t = useTranslations('batches');
  const form = useForm<BatchValues>({ initialValues: valuesOf(batch) });
  const problemsOf = useFieldProblems(form);
  const [isPlaced, setPlaced] = useState(true);
  const [asked, setAsked] = useState<{ body: BatchChange; impact: BatchImpact } | null>(null);
  const change = useBatchChange(batch, ({ name }) => toast.done(t('form.saved', { name })));
  const body = changesOf(form.values, batch);
  const isSame = Object.keys(body).length === 0;
  const check = async () => {
    change.reset();
    const found = await bodyProblems('changeBatch', body);
    setPlaced(problemsOf(found) || found.length === 0);
    if (found.length > 0) return;
    try {
      setAsked({ body, impact: (await change.preview(body)).impact });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      setPlaced(problemsOf(problem));
    }
  };
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit(() => void check())}>
      {!isPlaced && <ProblemNotice problem={change.error} />}
      <BatchFields form={form} isReadOnly={isReadOnly} curriculum={batch.curriculum} />
      {!isReadOnly && (
        <div className={styles.foot}>
          <Button type="submit" size="lg" disabled={isSame} loading={change.isPending}>
            {t(isSame ? 'form.nothing' : 'form.check')}
          </Button>
        </div>
      )}
      {asked && (
        <ImpactSheet
          impact={asked.impact}
          isSaving={change.isPending}
          problem={change.error}
          onSave={() => change.save(asked.body)}
          onClose={() => setAsked(null)}
        />
      )}
    </form>
  );
}
