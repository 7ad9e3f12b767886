'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { ErrorSummary, useFieldText } from '../../components/form-problems.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Forbidden, useOnline } from '../../components/state-views.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useDraft } from '../../lib/draft.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { ChildFields } from './child-fields.tsx';
import { DraftBanner } from './draft-banner.tsx';
import { FamilyFields } from './family-fields.tsx';
import { IntakeProblem } from './intake-problem.tsx';
import { type ChildValues, emptyIntake, type IntakeValues, leadsIn, siblingOf } from './intake-values.ts';
import styles from './intake.module.css';
import { useCreateLeads } from './queries-acts.ts';
import { WishFields } from './wish-fields.tsx';

export function IntakeScreen() {
  const t = useTranslations('leads');
  const { may } = useSession();
  if (!may('leads:write')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <div className={styles.page}>
      <PageHeader title={t('newLead')} subtitle={t('newLeadText')} />
      <IntakeForm />
    </div>
  );
}

function IntakeForm() {
  const t = useTranslations('leads');
  const terms = useTerms();
  const search = useSearchParams();
  const isOnline = useOnline();
  const [start] = useState(() => emptyIntake({ phone: search.get('phone') ?? '', name: search.get('name') ?? '' }));
  const [values, setValues] = useState<IntakeValues>(start);
  const set = (changes: Partial<IntakeValues>) => setValues((before) => ({ ...before, ...changes }));
  const isDirty = JSON.stringify(values) !== JSON.stringify(start);
  const draft = useDraft({ form: 'lead-intake', values, isDirty, restore: setValues });
  const save = useIntake(draft.forget);
  const next = useRef<'intro' | 'lead'>('intro');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.submit(values, next.current);
    next.current = 'intro';
  };
  const setChild = (changed: ChildValues) =>
    set({ children: values.children.map((child) => (child.key === changed.key ? changed : child)) });
  const only = values.children.length === 1;
  return (
    <>
      {draft.keptAt && !isDirty && <DraftBanner at={draft.keptAt} onRestore={draft.restore} onDrop={draft.forget} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        <IntakeProblem failure={save.failure} childName={save.failedName(values)} />
        <ErrorSummary errors={save.errors} />
        <FamilyFields values={values} onChange={set} errorAt={(path) => save.errorAt(path)} />
        {values.children.map((child, at) => (
          <ChildFields
            key={child.key}
            child={child}
            title={t(only ? 'theChild' : 'childNumber', { ...terms, number: at + 1 })}
            errorAt={(path) => save.errorAt(path, child.key)}
            onChange={setChild}
            {...(!only && {
              onRemove: () => set({ children: values.children.filter((other) => other.key !== child.key) }),
            })}
          />
        ))}
        <div>
          <Button
            variant="default"
            onClick={() => set({ children: [...values.children, siblingOf(values.children)] })}
            disabled={values.children.length >= 6}
          >
            {t('addSibling')}
          </Button>
        </div>
        <WishFields values={values} onChange={set} errorAt={(path) => save.errorAt(path)} />
        <div className={styles.foot}>
          <Button
            type="submit"
            variant="default"
            size="lg"
            disabled={!isOnline}
            loading={save.isPending}
            onClick={() => {
              next.current = 'lead';
            }}
          >
            {t('save')}
          </Button>
          <Button type="submit" size="lg" disabled={!isOnline} loading={save.isPending}>
            {t('saveAndBook')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** Checks with the contract, saves one enquiry per child, and goes on to the first. */
function useIntake(forgetDraft: () => void) {
  const t = useTranslations('leads');
  const textOf = useFieldText();
  const router = useRouter();
  const path = useCenterPath();
  const create = useCreateLeads();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const submit = async (values: IntakeValues, next: 'intro' | 'lead') => {
    const leads = leadsIn(values);
    const checked = await Promise.all(leads.map(({ body }) => bodyProblems('createLead', body)));
    const found = checked.flatMap((problems, at) =>
      problems.map((one) => [placeOf(one.path, leads[at]?.child ?? ''), textOf(one)] as const),
    );
    setErrors(Object.fromEntries(found));
    if (found.length > 0) return;
    const saved = await create.save(leads);
    const [first] = saved ?? [];
    if (!first) return;
    forgetDraft();
    toast.done(t('saved', { name: first.studentName, count: saved?.length ?? 1 }));
    router.push(next === 'intro' ? `${path('leads', first.id)}?intro=${first.id}` : path('leads', first.id));
  };
  const refused = Object.fromEntries(
    (create.failure?.problem.errors ?? []).map((one) => [placeOf(one.path, create.failure?.child ?? ''), textOf(one)]),
  );
  const all = { ...errors, ...refused };
  return {
    submit,
    errors: all,
    errorAt: (field: string, child = '') => all[placeOf(field, child)],
    isPending: create.isPending,
    failure: create.failure?.problem ?? null,
    failedName: (values: IntakeValues) =>
      values.children.find((child) => child.key === create.failure?.child)?.firstName ?? '',
  };
}

/** What is wrong with the family is wrong once, however many children there are. */
function placeOf(path: string, child: string): string {
  return path.startsWith('child.') ? `${child}:${path}` : path;
}
