'use client';

import type { Batch } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useBatchChange } from './queries.ts';

/** Closes a recurring class, or opens it again. What it would remove is said first. */
export function ArchiveButton({ batch }: { batch: Batch }) {
  const t = useTranslations('batches');
  const confirm = useConfirm();
  const textOf = useProblemText();
  const change = useBatchChange(batch, ({ name, active }) =>
    toast.done(t(active ? 'archive.undone' : 'archive.done', { name })),
  );
  const archive = async () => {
    try {
      const { impact } = await change.preview({ active: false });
      const isSure = await confirm({
        title: t('archive.title', { name: batch.name }),
        consequence: t('archive.consequence', { removed: impact.sessionsRemoved }),
        confirmLabel: t('archive.act'),
        isDangerous: true,
      });
      if (isSure) change.save({ active: false });
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      toast.failed(problem.code === 'in_use' ? t('archive.inUse') : textOf(problem));
    }
  };
  if (!batch.active) {
    return (
      <Button loading={change.isPending} onClick={() => change.save({ active: true })}>
        {t('archive.undoAct')}
      </Button>
    );
  }
  return (
    <Button variant="default" loading={change.isPending} onClick={() => void archive()}>
      {t('archive.act')}
    </Button>
  );
}
