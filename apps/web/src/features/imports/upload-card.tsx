'use client';

import { Button, FileButton, NativeSelect } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type DragEvent, useRef, useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { encodings } from './import-words.ts';
import styles from './imports.module.css';
import { useUploadImport } from './queries.ts';

const everyKind = ['LEADS', 'STUDENTS', 'ATTENDANCE', 'SKILLS'] as const;
const MOST_BYTES = 10 * 1024 * 1024;

/** Choosing a file is all: it is read at once, and nothing is written before the import itself. */
export function UploadCard() {
  const t = useTranslations('imports');
  const terms = useTerms();
  const { may } = useSession();
  // The front desk, where it is allowed at all, brings in leads only.
  const kinds = may('settings:write') ? everyKind : everyKind.slice(0, 1);
  const { values, change } = useUrlState({ kind: 'LEADS' });
  const kind = kinds.find((one) => one === values.kind) ?? 'LEADS';
  const { take, file, isPending, problem, isTooLarge } = useChosenFile(kind);
  return (
    <section className={`cw-card ${styles.upload}`} aria-label={t('upload')}>
      <ChoiceChips
        label={t('whatIsInIt')}
        value={kind}
        onChange={(next) => change({ kind: next })}
        choices={kinds.map((value) => ({ value, label: t(`kind.${value}`, terms) }))}
      />
      <p className={styles.muted}>{t(`happens.${kind}`, terms)}</p>
      <DropZone onFile={take} isPending={isPending} fileName={file?.name} />
      {isTooLarge && (
        <p role="alert" className={styles.problem}>
          {t('tooLarge')}
        </p>
      )}
      <ProblemNotice
        problem={problem}
        words={{ payload_too_large: t('tooLarge'), unsupported_media_type: t('notASheet') }}
      />
      {file && isAboutEncoding(problem) && <EncodingQuestion onChoose={(encoding) => take(file, encoding)} />}
    </section>
  );
}

function useChosenFile(kind: (typeof everyKind)[number]) {
  const router = useRouter();
  const path = useCenterPath();
  const [file, setFile] = useState<File | null>(null);
  const { upload, isPending, problem, reset } = useUploadImport((id) => router.push(path('imports', id)));
  const isTooLarge = file !== null && file.size > MOST_BYTES;
  const take = (chosen: File, encoding?: string) => {
    reset();
    setFile(chosen);
    if (chosen.size <= MOST_BYTES) upload(chosen, { kind, ...(encoding && { encoding }) });
  };
  return { take, file, isPending, problem, isTooLarge };
}

function isAboutEncoding(problem: Error | null): boolean {
  if (!(problem instanceof ApiProblem) || problem.code !== 'unreadable_file') return false;
  return problem.errors.some(({ path, code }) => path === 'encoding' || code.startsWith('encoding'));
}

interface DropZoneProps {
  onFile: (file: File) => void;
  isPending: boolean;
  fileName: string | undefined;
}

function DropZone({ onFile, isPending, fileName }: DropZoneProps) {
  const t = useTranslations('imports');
  const [isOver, setOver] = useState(false);
  const clear = useRef<() => void>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is the second way; the button is the first
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={40} stroke={1.4} aria-hidden />
      <p>{isPending && fileName ? t('reading', { file: fileName }) : t('dropHere')}</p>
      <FileButton
        resetRef={clear}
        accept=".csv,.txt,.tsv,.xlsx"
        inputProps={{ 'aria-label': t('chooseFile') }}
        onChange={(file) => {
          if (file) onFile(file);
          clear.current?.();
        }}
      >
        {(props) => (
          <Button {...props} size="lg" loading={isPending}>
            {t('chooseFile')}
          </Button>
        )}
      </FileButton>
      <p className={styles.muted}>{t('limits')}</p>
    </div>
  );
}

function EncodingQuestion({ onChoose }: { onChoose: (encoding: string) => void }) {
  const t = useTranslations('imports');
  const [encoding, setEncoding] = useState<string>(encodings[0]);
  return (
    <div className={styles.encoding}>
      <NativeSelect
        label={t('encodingQuestion')}
        description={t('encodingHint')}
        value={encoding}
        onChange={(event) => setEncoding(event.currentTarget.value)}
        data={encodings.map((value) => ({ value, label: t(`encoding.${value}`) }))}
      />
      <Button onClick={() => onChoose(encoding)}>{t('readAgain')}</Button>
    </div>
  );
}
