'use client';

import { useTranslations } from 'next-intl';
import { NoteForm } from '../../components/note-form.tsx';
import { useAddNote } from './queries-acts.ts';

export function AddNote({ leadId }: { leadId: string }) {
  const t = useTranslations('leads');
  const { addNote, isPending, error } = useAddNote();
  return (
    <NoteForm
      placeholder={t('notePlaceholder')}
      isPending={isPending}
      problem={error}
      onAdd={(text, onDone) => addNote(leadId, text, onDone)}
    />
  );
}
