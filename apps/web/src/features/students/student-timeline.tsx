'use client';

import { Button, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { ErrorCard, ProblemNotice } from '../../components/problem-notice.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Loading } from '../../components/state-views.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Student, useNote, useTimeline } from './queries.ts';

export function StudentTimeline({ student }: { student: Student }) {
  const t = useTranslations('students');
  const { may } = useSession();
  const { rows, problem, retry, more } = useTimeline(student.id);
  return (
    <>
      {may('students:write') && !student.archivedAt && <AddNote studentId={student.id} />}
      {!rows && problem && <ErrorCard problem={problem} title={t('timelineFailed')} onRetry={retry} />}
      {!rows && !problem && <Loading rows={4} />}
      {rows && <Timeline entries={rows} />}
      {more.isThere && (
        <Button variant="default" loading={more.isLoading} onClick={more.load}>
          {t('earlier')}
        </Button>
      )}
    </>
  );
}

function AddNote({ studentId }: { studentId: string }) {
  const t = useTranslations('students');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const { addNote, isPending, error } = useNote(studentId);
  useShortcut('n', t('addNote'), () => field.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) addNote(text.trim(), () => setText(''));
  };
  return (
    <form onSubmit={submit}>
      <Textarea
        ref={field}
        label={t('note')}
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
