'use client';

import { Kbd, Modal, Switch, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Shortcut } from './shortcuts.tsx';

interface KeyboardMapProps {
  shortcuts: readonly Shortcut[];
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}

export function KeyboardMap({ shortcuts, isOn, onSwitch, onClose }: KeyboardMapProps) {
  const t = useTranslations('design');
  const always = [
    { keys: 'Ctrl k', label: t('searchEverywhere') },
    { keys: '?', label: t('keyboardMap') },
    { keys: 'Esc', label: t('closeTopLayer') },
  ];
  return (
    <Modal opened onClose={onClose} title={t('keyboardMap')} closeButtonProps={{ 'aria-label': t('close'), size: 44 }}>
      <Switch
        checked={isOn}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
        label={t('singleKeys')}
        description={t('singleKeysHint')}
        mb="md"
      />
      <Table>
        <Table.Tbody>
          {[...always, ...shortcuts].map(({ keys, label }) => (
            <Table.Tr key={keys}>
              <Table.Td w={140}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} size="md" mr={4}>
                    {key.length === 1 ? key.toUpperCase() : key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
