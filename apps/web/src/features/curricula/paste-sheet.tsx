'use client';

import { onlyNew, readLines } from '@cartwheel/domain/skill-lines';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import styles from './curricula.module.css';
import { type CurriculumWithSkills, usePasteSkills } from './queries.ts';

const MOST_LINES = 300;

interface PasteSheetProps {
  curriculum: CurriculumWithSkills;
  onClose: () => void;
}

/** A list from anywhere; what would come of it is shown before it is added. */
export function PasteSheet({ curriculum, onClose }: PasteSheetProps) {
  const t = useTranslations('curricula');
  const [typed, setTyped] = useState('');
  const { mutate, isPending, error } = usePasteSkills();
  const taught = curriculum.skills.filter((skill) => skill.retiredAt === null);
  const lines = typed.split(/\r?\n/);
  const { added, skipped } = onlyNew(readLines(lines, null), taught);
  const isTooLong = lines.length > MOST_LINES;
  const add = () =>
    mutate(
      { params: { id: curriculum.id }, body: { lines } },
      {
        onSuccess: (answer) => {
          toast.done(t('paste.done', { count: answer.added }));
          onClose();
        },
      },
    );
  return (
    <Sheet title={t('paste.title')} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        <ProblemNotice problem={error} />
        <Textarea
          label={t('paste.lines')}
          description={t('paste.hint')}
          data-autofocus
          autosize
          minRows={6}
          maxRows={14}
          value={typed}
          error={isTooLong && t('paste.tooMany', { count: MOST_LINES })}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Preview added={added} skipped={skipped.map(({ name }) => name)} />
        <Button size="lg" disabled={added.length === 0 || isTooLong} loading={isPending} onClick={add}>
          {t('paste.add', { count: added.length })}
        </Button>
      </div>
    </Sheet>
  );
}

interface PreviewProps {
  added: readonly { name: string; category: string | null }[];
  skipped: readonly string[];
}

function Preview({ added, skipped }: PreviewProps) {
  const t = useTranslations('curricula');
  const groups = Map.groupBy(added, ({ category }) => category);
  return (
    <div role="status" className={styles.stack}>
      {[...groups].map(([category, skills]) => (
        <div key={category ?? ''}>
          <strong dir="auto">{category ?? t('noCategory')}</strong>
          <ul className={styles.preview}>
            {skills.map(({ name }) => (
              <li key={name} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {skipped.length > 0 && (
        <p className={styles.hint}>{t('paste.skipped', { count: skipped.length, names: skipped.join(', ') })}</p>
      )}
    </div>
  );
}
