'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NoteForm } from '../../components/note-form.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
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
  const { addNote, isPending, error } = useNote(studentId);
  return <NoteForm isPending={isPending} problem={error} onAdd={addNote} />;
}
