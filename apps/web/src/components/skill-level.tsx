'use client';

import type { SkillLevel } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import styles from './skill-level.module.css';

/** An empty, half and full circle, and a star. Its word stands next to it or in a label. */
export function LevelShape({ level }: { level: SkillLevel }) {
  return <span className={styles.shape} data-level={level} aria-hidden />;
}

export function useLevelWords(): { word: (level: SkillLevel) => string; letter: (level: SkillLevel) => string } {
  const t = useTranslations('levels');
  return useMemo(
    () => ({ word: (level: SkillLevel) => t(`word.${level}`), letter: (level: SkillLevel) => t(`letter.${level}`) }),
    [t],
  );
}

/** The shape with its word. */
export function LevelChip({ level }: { level: SkillLevel }) {
  const { word } = useLevelWords();
  return (
    <span className={styles.chip} data-level={level}>
      <LevelShape level={level} />
      {word(level)}
    </span>
  );
}
