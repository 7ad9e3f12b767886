'use client';

import { ActionIcon, Button } from '@mantine/core';
import { IconDoorExit, IconSearch, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenter } from '../../lib/center.tsx';
import styles from './kiosk.module.css';
import type { useKiosk } from './use-kiosk.ts';

interface KioskBarProps {
  kiosk: ReturnType<typeof useKiosk>;
  onSearch: () => void;
  onUnsent: () => void;
  onLeave: () => void;
}

export function KioskBar({ kiosk, onSearch, onUnsent, onLeave }: KioskBarProps) {
  const t = useTranslations('check-ins');
  const center = useCenter();
  const { queue, sound, setSound, direction, setDirection } = kiosk;
  const isLoud = sound === 'on';
  const SoundIcon = isLoud ? IconVolume : IconVolumeOff;
  return (
    <header className={styles.bar}>
      <h1 className={styles.title} dir="auto">
        {center.name}
      </h1>
      <ChoiceChips
        label={t('direction')}
        hideLabel
        value={direction}
        onChange={setDirection}
        choices={[
          { value: 'IN', label: t('in') },
          { value: 'OUT', label: t('out') },
        ]}
      />
      <div className={styles.barActs}>
        {queue.unsent.length + queue.refused.length > 0 && (
          <button type="button" className={styles.unsent} onClick={onUnsent}>
            {queue.unsent.length > 0 && (
              <StatusChip tone="warn">{t('unsent', { count: queue.unsent.length })}</StatusChip>
            )}
            {queue.refused.length > 0 && (
              <StatusChip tone="bad">{t('attention', { count: queue.refused.length })}</StatusChip>
            )}
          </button>
        )}
        <Button size="md" variant="default" leftSection={<IconSearch size={20} aria-hidden />} onClick={onSearch}>
          {t('search')}
        </Button>
        <ActionIcon
          size={48}
          variant="default"
          aria-label={t('sound')}
          aria-pressed={isLoud}
          onClick={() => setSound(isLoud ? 'off' : 'on')}
        >
          <SoundIcon size={22} aria-hidden />
        </ActionIcon>
        <ActionIcon size={48} variant="default" aria-label={t('leave')} onClick={onLeave}>
          <IconDoorExit size={22} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}
