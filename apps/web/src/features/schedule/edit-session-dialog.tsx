'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Body } from '../../lib/operations.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { Dialog } from './dialog.tsx';
import { useChangeSession } from './queries.ts';
import styles from './schedule.module.css';
import { SessionFields, type SessionValues } from './session-fields.tsx';

/** This one class, not its batch: another time, another trainer, more or fewer seats. */
export function EditSessionDialog({ session, onClose }: { session: ClassSession; onClose: () => void }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const format = useFormatting();
  const { may } = useSession();
  const form = useForm<SessionValues>({ initialValues: valuesOf(session) });
  const problemsOf = useFieldProblems(form);
  const [isPlaced, setPlaced] = useState(true);
  const change = useChangeSession(({ name }) => {
    toast.done(t('form.saved', { name }));
    onClose();
  });
  const submit = async (values: SessionValues) => {
    const body = changesIn(values, session);
    const found = await bodyProblems('changeClassSession', body);
    setPlaced(problemsOf(found) || found.length === 0);
    if (found.length > 0) return;
    const input = { params: { id: session.id }, ifMatch: session.version, body };
    change.mutate(input, { onError: (problem) => setPlaced(problemsOf(problem)) });
  };
  const isRaised = Number(form.values.capacity) > session.capacity;
  return (
    <Dialog title={t('form.editTitle', { name: session.name, day: format.day(session.date) })} onClose={onClose}>
      <form className={styles.stack} noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        {!isPlaced && <ProblemNotice problem={change.error} words={{ capacity_full: t('form.full') }} />}
        <p>{t('form.told', { count: session.seatsTaken })}</p>
        <SessionFields
          form={form}
          nobody={t('form.nobody')}
          capacityLabel={t('form.capacity')}
          capacityHint={t('form.capacityTaken', { count: session.seatsTaken })}
        />
        {isRaised && may('sessions:overbook') && (
          <Textarea
            label={t('form.overbook')}
            description={t('form.overbookHint')}
            maxLength={300}
            autosize
            minRows={2}
            {...form.getInputProps('overbookReason')}
          />
        )}
        {isRaised && !may('sessions:overbook') && <p>{t('form.notAllowed', terms)}</p>}
        <Button type="submit" size="lg" loading={change.isPending}>
          {t('form.save')}
        </Button>
      </form>
    </Dialog>
  );
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

/** Only what is different, so that nothing of somebody else's change is written over. */
function changesIn(values: SessionValues, session: ClassSession): Body<'changeClassSession'> {
  const { date, startTime, endTime, capacity, trainerUserId, overbookReason } = values;
  return {
    ...(date !== session.date && { date: date ?? '' }),
    ...(startTime !== session.startTime && { startTime }),
    ...(endTime !== session.endTime && { endTime }),
    ...(capacity !== session.capacity && { capacity: Number(capacity) }),
    ...(trainerUserId !== (session.trainer?.id ?? '') && { trainerUserId: trainerUserId || null }),
    ...(overbookReason.trim() && { overbookReason: overbookReason.trim() }),
  };
}
