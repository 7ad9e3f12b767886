'use client';

import type { SkillLevel } from '@cartwheel/contracts';
import { LevelShape, useLevelWords } from './skill-level.tsx';
import { levels } from '../lib/skill-levels.ts';
import styles from './level-buttons.module.css';

interface LevelButtonsProps {
  /** Read before each word: the student, or the skill. */
  label: string;
  level: SkillLevel | null;
  isSaving?: boolean;
  isDisabled?: boolean;
  onPick: (level: SkillLevel) => void;
}

/** Four plain buttons: on a class of thirty, anything heavier is felt with every tap. */
export function LevelButtons({ label, level, isSaving = false, isDisabled = false, onPick }: LevelButtonsProps) {
  const { word } = useLevelWords();
  return (
    <div role="group" aria-label={label} className={styles.levels}>
      {levels.map((choice) => (
        <button
          key={choice}
          type="button"
          className={styles.level}
          aria-pressed={choice === level}
          data-level={choice}
          data-saving={(choice === level && isSaving) || undefined}
          disabled={isDisabled}
          onClick={() => onPick(choice)}
        >
          <LevelShape level={choice} />
          <span>{word(choice)}</span>
        </button>
      ))}
    </div>
  );
}
