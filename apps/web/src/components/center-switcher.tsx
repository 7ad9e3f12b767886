'use client';

import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './center-switcher.module.css';
import { type Tone, tones } from './tokens.ts';

interface Choice {
  id: string;
  name: string;
  onPick: () => void;
}

interface CenterSwitcherProps {
  current: { id: string; name: string };
  /** Only those a person may enter; with one there is nothing to switch. */
  choices: readonly Choice[];
}

/** Where one is, in words and in a colour that stays the center's own. */
export function CenterSwitcher({ current, choices }: CenterSwitcherProps) {
  const t = useTranslations('design');
  if (choices.length < 2) {
    return (
      <span className={styles.center}>
        <Dot id={current.id} />
        <span className={styles.name}>{current.name}</span>
      </span>
    );
  }
  return (
    <Menu position="bottom-start" width="target" styles={{ dropdown: { minWidth: 240 } }}>
      <Menu.Target>
        <UnstyledButton className={styles.center} aria-label={t('switchCenter', { name: current.name })}>
          <Dot id={current.id} />
          <span className={styles.name}>{current.name}</span>
          <IconChevronDown size={18} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.id}
            onClick={choice.onPick}
            leftSection={<Dot id={choice.id} />}
            rightSection={choice.id === current.id && <IconCheck size={18} aria-hidden />}
            {...(choice.id === current.id && { 'aria-current': true })}
          >
            {choice.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Dot({ id }: { id: string }) {
  return <i className={styles.dot} style={{ background: `var(--cw-${toneOf(id)})` }} aria-hidden />;
}

const colors = tones.filter((tone) => !['bad', 'warn', 'ink'].includes(tone));

function toneOf(id: string): Tone {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return colors[sum % colors.length] ?? 'brand';
}
