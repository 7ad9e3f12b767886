'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface ConfirmQuestion {
  title: ReactNode;
  /** What will have happened afterwards, in words: "3 classes are cancelled and 9 families are told." */
  consequence: ReactNode;
  /** The verb: "Cancel the class", never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
}

interface ConfirmDialogProps extends ConfirmQuestion {
  onSettle: (isSure: boolean) => void;
}

export function ConfirmDialog({
  title,
  consequence,
  confirmLabel,
  cancelLabel,
  isDangerous,
  onSettle,
}: ConfirmDialogProps) {
  const t = useTranslations('design');
  return (
    <Modal
      opened
      onClose={() => onSettle(false)}
      title={title}
      closeButtonProps={{ 'aria-label': t('close'), size: 44 }}
    >
      <Text component="div" mb="lg">
        {consequence}
      </Text>
      <Group justify="flex-end" gap={12}>
        <Button variant="default" onClick={() => onSettle(false)} data-autofocus>
          {cancelLabel}
        </Button>
        <Button color={isDangerous ? 'bad' : 'brand'} onClick={() => onSettle(true)}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
