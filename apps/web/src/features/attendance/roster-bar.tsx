'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from './roster.module.css';

interface RosterBarProps {
  remaining: number;
  onMarkRemaining: () => void;
  onAdd: () => void;
  /** Null when there is nothing to undo any more. */
  onUndo: (() => void) | null;
}

/** At the foot of the screen, in reach of a thumb. */
export function RosterBar({ remaining, onMarkRemaining, onAdd, onUndo }: RosterBarProps) {
  const t = useTranslations('attendance');
  return (
    <div className={`${styles.bar} cw-no-print`}>
      <Button size="xl" className={styles.main} disabled={remaining === 0} onClick={onMarkRemaining}>
        {remaining === 0 ? t('allMarked') : t('remaining', { count: remaining })}
      </Button>
      <Button size="xl" variant="default" onClick={onAdd}>
        {t('addSomeone')}
      </Button>
      <Button size="xl" variant="default" disabled={!onUndo} onClick={() => onUndo?.()}>
        {t('undo')}
      </Button>
    </div>
  );
}
