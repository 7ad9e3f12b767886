'use client';

import type { DeadReason } from '@cartwheel/contracts';
import { Button, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { deadReasons } from './stages.ts';

interface LostSheetProps {
  name: string;
  onLose: (reason: DeadReason, note: string) => void;
  onClose: () => void;
}

export function LostSheet({ name, onLose, onClose }: LostSheetProps) {
  const t = useTranslations('leads');
  const [reason, setReason] = useState<DeadReason | null>(null);
  const [note, setNote] = useState('');
  const [error, setError] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason) return setError(t('reasonNeeded'));
    if (reason === 'OTHER' && !note.trim()) return setError(t('otherNeedsNote'));
    onLose(reason, note.trim());
  };
  return (
    <Sheet title={t('loseName', { name })} isOpen onClose={onClose}>
      <Stack component="form" gap={16} maw={640} mx="auto" onSubmit={submit}>
        <ChoiceChips
          label={t('whyLost')}
          value={reason}
          onChange={(value) => {
            setReason(value);
            setError('');
          }}
          choices={deadReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          error={error}
        />
        <Textarea
          label={t('noteOptional')}
          maxLength={1000}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" color="bad">
          {t('markLost')}
        </Button>
      </Stack>
    </Sheet>
  );
}
