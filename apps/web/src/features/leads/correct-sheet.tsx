'use client';

import type { Lead } from '@cartwheel/contracts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useFieldText } from '../../components/form-problems.tsx';
import { ProblemNotice, useProblemText } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import type { FieldProblem } from '../../lib/api-problem.ts';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { ChildFields } from './child-fields.tsx';
import { correctionOf, type Discovery, discoveryOf } from './correction.ts';
import { type Correction, useCorrectLead } from './queries-acts.ts';
import { WishFields } from './wish-fields.tsx';

interface CorrectSheetProps {
  lead: Lead;
  onClose: () => void;
}

/** What was taken down at discovery, to be put right. */
export function CorrectSheet({ lead, onClose }: CorrectSheetProps) {
  const t = useTranslations('leads');
  const terms = useTerms();
  const { may } = useSession();
  const [values, setValues] = useState(() => discoveryOf(lead));
  const { submit, errorAt, isPending, error } = useCorrection(lead, onClose);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit(values);
  };
  return (
    <Sheet title={t('correctName', { name: lead.studentName })} isOpen onClose={onClose} side="right">
      <Stack component="form" gap={0} onSubmit={save}>
        <ProblemNotice problem={error} />
        {may('students:write') && (
          <ChildFields
            child={values.child}
            title={t('theChild', terms)}
            errorAt={(path) => errorAt(path.replace('child.', ''))}
            onChange={(child) => setValues((now) => ({ ...now, child }))}
          >
            <TextInput
              label={t('school')}
              autoComplete="off"
              maxLength={160}
              value={values.school}
              error={errorAt('school')}
              onChange={({ currentTarget: { value } }) => setValues((now) => ({ ...now, school: value }))}
            />
          </ChildFields>
        )}
        <WishFields
          values={values.wishes}
          errorAt={errorAt}
          onChange={(changes) => setValues((now) => ({ ...now, wishes: { ...now.wishes, ...changes } }))}
        />
        <Button type="submit" size="lg" loading={isPending}>
          {t('saveCorrection')}
        </Button>
      </Stack>
    </Sheet>
  );
}

/** Saves what differs from the page the person saw, and can put it back. */
function useCorrection(lead: Lead, onDone: () => void) {
  const t = useTranslations('leads');
  const textOf = useFieldText();
  const problemText = useProblemText();
  // What arrives while somebody types must not slip in below them: only what was saved from here moves on.
  const seen = useRef(lead);
  const [before] = useState(() => discoveryOf(lead));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { correctChild, correctDiscovery, isPending, error } = useCorrectLead();
  const save = async (changes: Correction) => {
    if (changes.child) seen.current = await correctChild(seen.current, changes.child);
    if (changes.discovery) seen.current = await correctDiscovery(seen.current, changes.discovery);
  };
  const putBack = async (changes: Correction) => {
    try {
      await save(changes);
      toast.done(t('correctionUndone'));
    } catch (problem) {
      if (problem instanceof Error) toast.failed(problemText(problem));
    }
  };
  const submit = async (values: Discovery) => {
    const changes = correctionOf(discoveryOf(seen.current), values);
    const found = [
      ...(changes.child ? await bodyProblems('changeStudent', changes.child) : []),
      ...(changes.discovery ? await bodyProblems('changeLead', changes.discovery) : []),
    ];
    setProblems(found);
    if (found.length > 0) return;
    try {
      await save(changes);
    } catch {
      return; // shown above the form
    }
    toast.undoable(
      t('corrected', { name: seen.current.student.firstName }),
      () => void putBack(correctionOf(values, before)),
    );
    onDone();
  };
  const errorAt = (path: string) => {
    const one = [...problems, ...(error?.errors ?? [])].find((problem) => problem.path === path);
    return one && textOf(one);
  };
  return { submit, errorAt, isPending, error: error?.errors.length ? null : error };
}
