'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { IconAwardFilled } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useCenterPath } from '../../lib/center-path.ts';
import styles from './progress.module.css';

interface FinishedBandProps {
  matrix: SkillMatrix;
  studentId: string | null;
  onClose: () => void;
}

/** Somebody has just reached the last skill that was missing. */
export function FinishedBand({ matrix, studentId, onClose }: FinishedBandProps) {
  const t = useTranslations('progress');
  const path = useCenterPath();
  const student = matrix.rows.find((row) => row.studentId === studentId);
  return (
    <div role="status">
      {student && (
        <div className={styles.band} data-tone="good">
          <IconAwardFilled size={22} aria-hidden />
          <span>{t('finished', { name: student.name, curriculum: matrix.curriculum?.name ?? '' })}</span>
          <Button component={Link} href={path('students', student.studentId)} prefetch={false} variant="default">
            {t('openStudent')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('understood')}
          </Button>
        </div>
      )}
    </div>
  );
}
