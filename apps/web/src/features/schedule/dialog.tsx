'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './schedule.module.css';

/** A form over the calendar. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useTranslations('schedule');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      classNames={{ title: styles.dialogTitle }}
      closeButtonProps={{ 'aria-label': t('closed.close'), size: 44 }}
    >
      {children}
    </Modal>
  );
}
