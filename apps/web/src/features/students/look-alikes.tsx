'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type Student, useLookAlikes } from './queries.ts';
import styles from './students.module.css';

interface LookAlikesProps {
  student: Student;
  onCompare: (otherId: string) => void;
}

/** Says that the same child may be here twice, and lets one compare. */
export function LookAlikes({ student, onCompare }: LookAlikesProps) {
  const t = useTranslations('students');
  const others = useLookAlikes(student, !student.archivedAt);
  if (others.length === 0) return null;
  return (
    <div className={styles.band} role="status">
      <p>{t('lookAlike', { count: others.length })}</p>
      {others.slice(0, 3).map((other) => (
        <Button key={other.studentId} variant="default" onClick={() => onCompare(other.studentId)}>
          {t('compare', { name: other.name })}
        </Button>
      ))}
    </div>
  );
}
