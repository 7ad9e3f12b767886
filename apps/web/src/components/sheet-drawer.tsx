'use client';

import { Drawer } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { SheetProps } from './sheet.tsx';
import styles from './sheet-drawer.module.css';

export function SheetDrawer({ title, isOpen, onClose, children, side = 'bottom' }: SheetProps) {
  const t = useTranslations('design');
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      position={side}
      size={side === 'bottom' ? 'auto' : 'md'}
      classNames={{ title: styles.title, ...(side === 'bottom' && { content: styles.bottom }) }}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': t('close'), size: 44 }}
    >
      {children}
    </Drawer>
  );
}
