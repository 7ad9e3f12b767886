'use client';

import { Button, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ChoiceChips } from './choice-chips.tsx';
import { Sheet } from './sheet.tsx';

interface LostSheetProps<Reason extends string> {
  title: string;
  submitLabel: string;
  /** Where it is OTHER, a note has to say what. */
  reasons: readonly { value: Reason; label: string }[];
  isPending?: boolean;
  onLose: (reason: Reason, note: string) => void;
  onClose: () => void;
}

/** Nothing is given up without a reason. */
export function LostSheet<Reason extends string>(props: LostSheetProps<Reason>) {
  const { title, submitLabel, reasons, isPending = false, onLose, onClose } = props;
  const t = useTranslations('design.lost');
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [error, setError] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) return setError(t('reasonNeeded'));
    if (reason === 'OTHER' && !note.trim()) return setError(t('otherNeedsNote'));
    onLose(reason, note.trim());
  };
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      <Stack component="form" gap={16} onSubmit={submit}>
        <ChoiceChips
          label={t('why')}
          value={reason}
          onChange={(value) => {
            setReason(value);
            setError('');
          }}
          choices={reasons}
          error={error}
        />
        <Textarea
          label={t('note')}
          maxLength={1000}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" color="bad" loading={isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </Sheet>
  );
}
