'use client';

import type { Batch, ClassSession } from '@cartwheel/contracts';
import { Button, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { type aloneBecause, type Scope, scopes, type WallTimes } from './change-scope.ts';
import { ChangePreview, Refusal, toldOf } from './change-preview.tsx';
import { Dialog } from './dialog.tsx';
import styles from './schedule.module.css';
import { SessionFields, type SessionValues } from './session-fields.tsx';
import { useEditing } from './use-editing.ts';

interface EditSessionDialogProps {
  session: ClassSession;
  /** Where it was dragged to. */
  movedTo?: WallTimes | undefined;
  onClose: () => void;
}

/** Another time, another trainer, more or fewer seats: for this class, or for those of its batch that follow, or all. */
export function EditSessionDialog({ session, movedTo, onClose }: EditSessionDialogProps) {
  const t = useTranslations('schedule');
  const format = useFormatting();
  const editing = useEditing(session, movedTo, (name) => {
    toast.done(t('form.saved', { name }));
    onClose();
  });
  const { form, batch, scope, asked, rehearsal } = editing;
  const told = asked && !rehearsal.problem ? toldOf(asked, session, rehearsal.impact) : 0;
  return (
    <Dialog title={t('form.editTitle', { name: session.name, day: format.day(session.date) })} onClose={onClose}>
      <form className={styles.stack} noValidate onSubmit={form.onSubmit(() => void editing.submit())}>
        <SessionFields
          form={form}
          nobody={t('form.nobody')}
          capacityLabel={t('form.capacity')}
          capacityHint={t('form.capacityTaken', { count: session.seatsTaken })}
        />
        {batch && <ScopeChoice scope={scope} alone={editing.alone} onChange={editing.setScope} batch={batch} />}
        {scope === 'one' && <Overbooking form={form} session={session} />}
        <Refusal problem={editing.problem} />
        <ChangePreview asked={asked} rehearsal={rehearsal} session={session} batch={batch} />
        <div className={styles.foot}>
          <Button type="submit" size="lg" loading={editing.isPending} disabled={!editing.maySave}>
            {t('change.save', { count: told })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ScopeChoiceProps {
  scope: Scope;
  alone: ReturnType<typeof aloneBecause>;
  batch: Batch;
  onChange: (scope: Scope) => void;
}

function ScopeChoice({ scope, alone, batch, onChange }: ScopeChoiceProps) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  return (
    <div>
      <ChoiceChips
        label={t('change.scope', { name: batch.name })}
        value={scope}
        onChange={onChange}
        choices={scopes.map((value) => ({
          value,
          label: t(`change.scopes.${value}`),
          disabled: value !== 'one' && alone !== null,
        }))}
      />
      {alone && <p className={styles.hint}>{t(`change.${alone}`, terms)}</p>}
    </div>
  );
}

function Overbooking({ form, session }: { form: UseFormReturnType<SessionValues>; session: ClassSession }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const { may } = useSession();
  if (Number(form.values.capacity) <= session.capacity) return null;
  if (!may('sessions:overbook')) return <p>{t('form.notAllowed', terms)}</p>;
  return (
    <Textarea
      label={t('form.overbook')}
      description={t('form.overbookHint')}
      maxLength={300}
      autosize
      minRows={2}
      {...form.getInputProps('overbookReason')}
    />
  );
}
