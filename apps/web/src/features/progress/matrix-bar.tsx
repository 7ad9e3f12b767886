'use client';

import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { LevelShape, useLevelWords } from '../../components/skill-level.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import type { SaveQueue } from '../../lib/save-queue.ts';
import { levels } from '../../lib/skill-levels.ts';
import styles from './progress.module.css';
import type { Rating } from './rating.ts';

interface MatrixBarProps {
  queue: SaveQueue<Rating>;
  /** Null when there is nothing to undo any more. */
  onUndo: (() => void) | null | undefined;
  mayAssess: boolean;
}

/** At the foot: what the shapes mean, whether all is saved, and Undo in reach of a thumb. */
export function MatrixBar({ queue, onUndo, mayAssess }: MatrixBarProps) {
  const t = useTranslations('progress');
  const { word } = useLevelWords();
  return (
    <div className={`${styles.bar} cw-no-print`}>
      <ul className={styles.legend} aria-label={t('legend')}>
        {levels.map((level) => (
          <li key={level}>
            <LevelShape level={level} />
            {word(level)}
          </li>
        ))}
      </ul>
      {mayAssess && (
        <>
          <span className={styles.push}>
            <SaveState queue={queue} />
          </span>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconArrowBackUp size={20} aria-hidden />}
            disabled={!onUndo}
            onClick={() => onUndo?.()}
          >
            {t('undo')}
          </Button>
        </>
      )}
    </div>
  );
}

function SaveState({ queue }: { queue: SaveQueue<Rating> }) {
  const t = useTranslations('progress');
  const unsaved = useSyncExternalStore(queue.subscribe, queue.shown, queue.shown);
  const failed = [...unsaved.values()].filter(({ state }) => state !== 'saving').length;
  if (failed > 0) return <StatusChip tone="warn">{t('sync.unsaved', { count: failed })}</StatusChip>;
  return <StatusChip tone="good">{t(unsaved.size > 0 ? 'sync.saving' : 'sync.saved')}</StatusChip>;
}
