'use client';

import type { SkillLevel } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Sheet } from '../../components/sheet.tsx';
import { LevelShape, useLevelWords } from '../../components/skill-level.tsx';
import { isLower, levels } from '../../lib/skill-levels.ts';
import type { MatrixStore } from './matrix-store.ts';
import styles from './progress.module.css';
import type { MatrixSkill, Rating } from './rating.ts';

interface SetAllSheetProps {
  skill: MatrixSkill;
  studentIds: readonly string[];
  /** Whether these are the ones that are there today. */
  arePresent: boolean;
  mayAssess: boolean;
  store: MatrixStore;
  onRate: (ratings: Rating[]) => void;
  onClose: () => void;
}

/** One level for everybody on the list. Nobody becomes lower by it. */
export function SetAllSheet(props: SetAllSheetProps) {
  const { skill, studentIds, arePresent, mayAssess, store, onRate, onClose } = props;
  const t = useTranslations('progress');
  const { word } = useLevelWords();
  const below = (level: SkillLevel) =>
    studentIds.filter((studentId) => isLower(store.cell(studentId, skill.id).level, level));
  return (
    <Sheet title={skill.name} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        {skill.description && <p dir="auto">{skill.description}</p>}
        <p>{t(arePresent ? 'all.present' : 'all.shown', { count: studentIds.length })}</p>
        {levels.slice(1).map((level) => {
          const ids = below(level);
          return (
            <Button
              key={level}
              size="lg"
              variant="default"
              justify="flex-start"
              leftSection={<LevelShape level={level} />}
              disabled={!mayAssess || ids.length === 0}
              onClick={() => {
                onClose();
                onRate(ids.map((studentId) => ({ studentId, skillId: skill.id, level })));
              }}
            >
              {t('all.raise', { level: word(level), count: ids.length })}
            </Button>
          );
        })}
        <p className={styles.small}>{t('all.nobodyLower')}</p>
      </div>
    </Sheet>
  );
}
