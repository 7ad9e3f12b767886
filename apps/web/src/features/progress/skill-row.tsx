'use client';

import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Initials } from '../../components/initials.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import styles from './by-skill.module.css';
import type { MatrixViewProps } from './by-skill.tsx';
import { LevelButtons } from '../../components/level-buttons.tsx';
import type { MatrixSkill } from './rating.ts';
import { type MatrixStudent, useCell, useChangeWords } from './use-cell.ts';

interface SkillRowProps extends Pick<MatrixViewProps, 'store' | 'acts' | 'mayAssess' | 'onRetry'> {
  student: MatrixStudent;
  skill: MatrixSkill;
}

/** One student and the four levels of the skill that was picked. */
export const SkillRow = memo(function SkillRow({ student, skill, store, acts, mayAssess, onRetry }: SkillRowProps) {
  const t = useTranslations('progress');
  const cell = useCell(store, student.studentId, skill.id);
  const changeWords = useChangeWords();
  const { studentId, name } = student;
  return (
    <li className={styles.row} data-student={studentId} data-news={cell.isNews || undefined}>
      <span className={styles.face}>
        <Initials name={name} />
      </span>
      <div className={styles.who}>
        <span className={styles.name} dir="auto">
          {name}
        </span>
        <span className={styles.notes}>
          {student.isGuest && <StatusChip tone="makeup">{t('guest')}</StatusChip>}
          {cell.isNews && <StatusChip tone="info">{t('news')}</StatusChip>}
          <span className={styles.small}>{cell.state === 'saving' ? '' : changeWords(cell)}</span>
        </span>
      </div>
      <LevelButtons
        label={t('levelOf', { name })}
        level={cell.level}
        isSaving={cell.state === 'saving'}
        isDisabled={!mayAssess}
        onPick={(level) => acts.want(studentId, skill.id, level)}
      />
      <button
        type="button"
        className={styles.more}
        aria-label={t('moreFor', { name })}
        aria-haspopup="dialog"
        onClick={() => acts.open(studentId, skill.id)}
      >
        <IconDots size={22} aria-hidden />
      </button>
      {cell.state === 'failed' && (
        <Button
          className={styles.retry}
          variant="default"
          aria-label={t('retryName', { name })}
          onClick={() => onRetry({ studentId, skillId: skill.id })}
        >
          {t('retry')}
        </Button>
      )}
    </li>
  );
});
