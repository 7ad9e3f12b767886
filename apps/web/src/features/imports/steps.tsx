'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import styles from './imports.module.css';

const steps = ['upload', 'review', 'check', 'import', 'result'] as const;
const at: Record<Import['status'], number> = {
  UPLOADED: 1,
  CHECKING: 2,
  CHECKED: 2,
  RUNNING: 3,
  DONE: 4,
  FAILED: 4,
  UNDOING: 4,
  UNDONE: 4,
};

export function Steps({ status }: { status: Import['status'] }) {
  const t = useTranslations('imports');
  return (
    <ol className={styles.steps} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-done={index < at[status] || undefined}
          {...(index === at[status] && { 'aria-current': 'step' })}
        >
          <span aria-hidden>{index + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
