'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useSession } from '../../lib/session.tsx';
import { aloneBecause, type Scope, type WallTimes } from './change-scope.ts';
import { useBatch } from './queries.ts';
import type { SessionValues } from './session-fields.tsx';
import { useAsked, useRehearsal, useSessionChange } from './use-session-change.ts';

/** The form of a class that is changed: for which classes, what that would do, and doing it. */
export function useEditing(session: ClassSession, movedTo: WallTimes | undefined, onDone: (name: string) => void) {
  const { may } = useSession();
  const batch = useBatch(may('batches:write') ? session.batchId : null);
  const form = useForm<SessionValues>({ initialValues: { ...valuesOf(session), ...movedTo } });
  const problemsOf = useFieldProblems(form, { trainerUserIds: 'trainerUserId', moveBy: 'date' });
  const [isPlaced, setPlaced] = useState(true);
  const [wanted, setScope] = useState<Scope>('one');
  const alone = batch ? aloneBecause(form.values.date, session, batch) : null;
  const scope = alone ? 'one' : wanted;
  const asked = useAsked(form.values, scope, session, batch);
  const rehearsal = useRehearsal(asked, session, batch);
  const { change, isPending, error } = useSessionChange(session, batch, onDone);
  const submit = async () => {
    if (!asked) return;
    const found = await bodyProblems(asked.scope === 'one' ? 'changeClassSession' : 'changeBatch', asked.body);
    setPlaced(problemsOf(found) || found.length === 0);
    if (found.length === 0) change(asked, (problem) => setPlaced(problemsOf(problem)));
  };
  return {
    form,
    batch,
    alone,
    scope,
    setScope,
    asked,
    rehearsal,
    submit,
    isPending,
    /** Of saving, where it has no field of its own and was not said before. */
    problem: isPlaced || rehearsal.problem ? null : error,
    maySave: asked !== null && !rehearsal.isRefused && (rehearsal.isFresh || rehearsal.problem !== null),
  };
}

function valuesOf(session: ClassSession): SessionValues {
  const { name, date, startTime, endTime, capacity, trainer, batchId } = session;
  return {
    batchId: batchId ?? '',
    name,
    date,
    startTime,
    endTime,
    capacity,
    trainerUserId: trainer?.id ?? '',
    overbookReason: '',
    isDraft: false,
  };
}
