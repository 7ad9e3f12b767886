'use client';

import type { ClassSession, Mark, RosterRow } from '@cartwheel/contracts';
import { Button, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { AbsenceActs } from './absence-acts.tsx';
import styles from './roster.module.css';
import { useWarningWords, useWhyHere } from './warning-words.ts';

interface RowSheetProps {
  row: RosterRow;
  session: ClassSession;
  mark: Mark | null;
  mayMark: boolean;
  onMark: (status: Mark) => void;
  onTakeBack: () => void;
  onNote: (status: Mark, note: string) => void;
  onClose: () => void;
}

/** Behind the dots of a row: the rarer marks, a note, what is known, and the ways to this student. */
export function RowSheet({ row, session, mark, mayMark, onMark, onTakeBack, onNote, onClose }: RowSheetProps) {
  const t = useTranslations('attendance');
  const choose = (status: Mark) => () => {
    onClose();
    onMark(status);
  };
  return (
    <Sheet title={row.name} isOpen onClose={onClose}>
      <div className={styles.stack}>
        <Known row={row} />
        {mayMark && (
          <SimpleGrid cols={{ base: 2, xs: 4 }} spacing={8}>
            <MarkChoice word={t('row.late')} isOn={mark === 'LATE'} onChoose={choose('LATE')} />
            <MarkChoice word={t('row.excused')} isOn={mark === 'EXCUSED'} onChoose={choose('EXCUSED')} />
            <MarkChoice word={t('row.makeup')} isOn={mark === 'MAKEUP'} onChoose={choose('MAKEUP')} />
            <MarkChoice word={t('row.trial')} isOn={mark === 'TRIAL'} onChoose={choose('TRIAL')} />
          </SimpleGrid>
        )}
        {mayMark && mark && (
          <Button
            size="lg"
            variant="default"
            onClick={() => {
              onClose();
              onTakeBack();
            }}
          >
            {t('row.takeBack')}
          </Button>
        )}
        {mayMark && <NoteForm row={row} mark={mark} onNote={onNote} onClose={onClose} />}
        <AbsenceActs row={row} session={session} onClose={onClose} />
        <Ways row={row} />
      </div>
    </Sheet>
  );
}

function MarkChoice({ word, isOn, onChoose }: { word: string; isOn: boolean; onChoose: () => void }) {
  return (
    <Button size="xl" variant={isOn ? 'filled' : 'default'} aria-pressed={isOn} onClick={onChoose}>
      {word}
    </Button>
  );
}

function Known({ row }: { row: RosterRow }) {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  const format = useFormatting();
  const words = row.warnings.map((warning) => wordsOf(warning));
  const whyHere = useWhyHere()(row);
  return (
    <>
      {whyHere && <p dir="auto">{whyHere}</p>}
      {words.length > 0 && <p dir="auto">{words.join(' · ')}</p>}
      {row.mark && row.markedAt && row.markedBy && (
        <p className={styles.detail}>
          {t('row.setBy', {
            mark: t(`mark.${row.mark}`),
            name: row.markedBy.name,
            time: format.dateTime(row.markedAt),
          })}
        </p>
      )}
    </>
  );
}

type NoteFormProps = Pick<RowSheetProps, 'row' | 'mark' | 'onNote' | 'onClose'>;

function NoteForm({ row, mark, onNote, onClose }: NoteFormProps) {
  const t = useTranslations('attendance');
  const [note, setNote] = useState(row.note ?? '');
  const save = (status: Mark) => () => {
    onClose();
    onNote(status, note.trim());
  };
  const isNew = note.trim() !== (row.note ?? '');
  return (
    <>
      <Textarea
        label={t('row.note')}
        description={mark ? undefined : t('row.noteHint')}
        maxLength={500}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isNew && mark && <Button onClick={save(mark)}>{t('row.saveNote')}</Button>}
      {isNew && !mark && (
        <SimpleGrid cols={2} spacing={8}>
          <Button onClick={save('PRESENT')}>{t('present')}</Button>
          <Button variant="default" onClick={save('ABSENT')}>
            {t('absent')}
          </Button>
        </SimpleGrid>
      )}
    </>
  );
}

function Ways({ row }: { row: RosterRow }) {
  const t = useTranslations('attendance');
  const path = useCenterPath();
  const { may } = useSession();
  return (
    <>
      {may('students:read') && (
        <Button component={Link} href={path('students', row.studentId)} prefetch={false} variant="default">
          {t('openProfile')}
        </Button>
      )}
      {row.leadId && may('leads:read') && (
        <Button component={Link} href={path('leads', row.leadId)} prefetch={false} variant="default">
          {t('openLead')}
        </Button>
      )}
    </>
  );
}
