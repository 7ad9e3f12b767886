'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { contrast, readableOn } from '../../components/contrast.ts';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenter } from '../../lib/center.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Settings, SettingsAnswer } from './queries.ts';
import { SettingCard } from './setting-card.tsx';
import styles from './settings.module.css';

export function BrandingCard({ answer }: { answer: SettingsAnswer }) {
  return (
    <SettingCard id="branding" section="branding" fields={['color']} answer={answer} exampleOf={previewOf}>
      {({ color }, change) => <ColorField color={color} onChange={(next) => change({ color: next })} />}
    </SettingCard>
  );
}

function ColorField({ color, onChange }: { color: string; onChange: (color: string) => void }) {
  const t = useTranslations('settings');
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(text);
    if (/^#[0-9a-f]{6}$/i.test(text.trim())) onChange(text.trim().toUpperCase());
  };
  return (
    <div className={styles.color}>
      <input
        type="color"
        aria-label={t('pickColor')}
        value={color.toLowerCase()}
        onChange={(event) => {
          setTyped(null);
          onChange(event.currentTarget.value.toUpperCase());
        }}
      />
      <TextInput
        label={t('colorCode')}
        maxLength={7}
        value={typed ?? color}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

const previewOf = ({ color }: Settings['branding']) => <Preview color={color} />;

/** How it will look, and whether what is written on it can be read. */
function Preview({ color }: { color: string }) {
  const t = useTranslations('settings');
  const format = useFormatting();
  const { name } = useCenter();
  const ink = readableOn(color);
  const onPaper = contrast(color, '#FFFFFF');
  return (
    <>
      <span className={styles.preview} style={{ background: color, color: ink }}>
        {name}
      </span>
      <span className={styles.line}>
        <StatusChip tone="good">{t('onColor', { ratio: format.number(tenths(contrast(ink, color))) })}</StatusChip>{' '}
        <StatusChip tone={onPaper >= 4.5 ? 'good' : 'warn'}>
          {t(onPaper >= 4.5 ? 'onPaper' : 'paleOnPaper', { ratio: format.number(tenths(onPaper)) })}
        </StatusChip>
      </span>
    </>
  );
}

/** Rounded down, so that 4.49 is not shown as the 4.5 it misses. */
const tenths = (ratio: number) => Math.floor(ratio * 10) / 10;
