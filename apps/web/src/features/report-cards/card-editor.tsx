'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { CardActs } from './card-acts.tsx';
import { MAX_REMARK } from './card-words.ts';
import { type Days, type Preview, useFreezing } from './queries.ts';
import { RemarkField } from './remark-field.tsx';
import styles from './report-cards.module.css';
import { SnippetsMenu } from './snippets-menu.tsx';
import { type Remarks, type Saving, useDraftSaving } from './use-draft-saving.ts';
import { useDays } from './use-days.ts';

interface CardEditorProps {
  found: Preview;
  days: Days;
  written: Remarks;
  onWrite: (remarks: Remarks) => void;
  onStep?: (by: number) => void;
}

export function CardEditor({ found, days, written, onWrite, onStep }: CardEditorProps) {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { keep } = useDays();
  const saving = useDraftSaving(found, days);
  const { student } = found.snapshot;
  const change = (part: Partial<Remarks>) => {
    const next = { ...written, ...part };
    onWrite(next);
    keep();
    if (next.comments.length <= MAX_REMARK && next.summary.length <= MAX_REMARK) saving.write(next);
  };
  const insert = (sentence: string) => {
    const comments = [written.comments.trimEnd(), sentence].filter(Boolean).join(' ');
    if (comments.length > MAX_REMARK) toast.failed(t('snippetTooLong'));
    else change({ comments });
  };
  return (
    <FormCard title={<bdi>{student.name}</bdi>}>
      <RemarkField
        label={t('comments', terms)}
        value={written.comments}
        onChange={(comments) => change({ comments })}
        minRows={4}
        beside={<SnippetsMenu firstName={student.firstName} onInsert={insert} />}
        isFirst={onStep !== undefined}
        {...(onStep && { onStep, description: t('stepHint', terms) })}
      />
      <RemarkField
        label={t('summary')}
        description={t('summaryHint')}
        value={written.summary}
        onChange={(summary) => change({ summary })}
        minRows={2}
        {...(onStep && { onStep })}
      />
      <SavingLine state={saving.state} />
      <Freezing found={found} days={days} written={written} flush={saving.flush} />
      {found.newest && <CardActs card={found.newest} />}
    </FormCard>
  );
}

function SavingLine({ state }: { state: Saving }) {
  const t = useTranslations('report-cards');
  if (state === 'STALE') {
    return (
      <div role="alert" className={styles.notice}>
        <p>{t('stale')}</p>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      </div>
    );
  }
  const words = { SAVED: 'saved', WAITING: 'saving', SAVING: 'saving', FAILED: 'notSaved' } as const;
  return (
    <p role="status" className={styles.muted}>
      {t(words[state])}
    </p>
  );
}

interface FreezingProps {
  found: Preview;
  days: Days;
  written: Remarks;
  flush: () => Promise<void>;
}

function Freezing({ found, days, written, flush }: FreezingProps) {
  const t = useTranslations('report-cards');
  const confirm = useConfirm();
  const { student } = found.snapshot;
  const old = found.newest?.version ?? 0;
  const { freeze, isPending, error } = useFreezing(({ card }) => {
    if (card) toast.done(t('frozen', { version: card.version, name: student.name }));
  });
  const isTooLong = written.comments.length > MAX_REMARK || written.summary.length > MAX_REMARK;
  const ask = async () => {
    const isSure = await confirm({
      title: t('freezeTitle', { name: student.name }),
      consequence: old > 0 ? t('freezeNext', { version: old + 1, old }) : t('freezeFirst'),
      confirmLabel: t('freeze'),
    });
    if (!isSure) return;
    await flush();
    freeze({ studentId: student.id }, days);
  };
  return (
    <>
      <ProblemNotice problem={error} />
      <Button size="lg" loading={isPending} disabled={isTooLong} onClick={() => void ask()}>
        {t('freeze')}
      </Button>
    </>
  );
}
