'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ProblemNotice } from './problem-notice.tsx';
import { useShortcut } from './shortcuts.tsx';

interface NoteFormProps {
  placeholder?: string;
  isPending: boolean;
  problem: Error | null;
  /** Calls back once it is written down. */
  onAdd: (text: string, onDone: () => void) => void;
}

/** A note for the timeline; the key N leads here. */
export function NoteForm({ placeholder, isPending, problem, onAdd }: NoteFormProps) {
  const t = useTranslations('design.noteForm');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut('n', t('add'), () => field.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onAdd(text.trim(), () => setText(''));
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        ref={field}
        label={t('note')}
        {...(placeholder && { placeholder })}
        maxLength={4000}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNotice problem={problem} />
      <Group justify="flex-end" mt={8}>
        <Button type="submit" variant="default" loading={isPending} disabled={!text.trim()}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}
