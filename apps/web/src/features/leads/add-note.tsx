'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { useAddNote } from './queries-acts.ts';

export function AddNote({ leadId }: { leadId: string }) {
  const t = useTranslations('leads');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const { addNote, isPending, error } = useAddNote();
  useShortcut('n', t('addNote'), () => field.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) addNote(leadId, text.trim(), () => setText(''));
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        ref={field}
        label={t('note')}
        placeholder={t('notePlaceholder')}
        maxLength={4000}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNotice problem={error} />
      <Group justify="flex-end" mt={8}>
        <Button type="submit" variant="default" loading={isPending} disabled={!text.trim()}>
          {t('addNote')}
        </Button>
      </Group>
    </form>
  );
}
