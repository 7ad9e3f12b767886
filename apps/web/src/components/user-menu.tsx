'use client';

import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { densities, useDensity } from './density.tsx';
import { Initials } from './initials.tsx';

interface UserMenuProps {
  name: string;
  /** Below the name: role or e-mail. */
  detail: string;
  onSignOut: () => void;
  /** Further items, as Menu.Item. */
  children?: ReactNode;
}

const schemes = ['auto', 'light', 'dark'] as const;

function oneOf<Value extends string>(values: readonly Value[], value: string): Value {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new TypeError(`${value} is none of ${values.join(', ')}`);
  return found;
}

export function UserMenu({ name, detail, onSignOut, children }: UserMenuProps) {
  const t = useTranslations('design');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useDensity();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton aria-label={t('userMenu', { name })}>
          <Initials name={name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {detail}
        </Menu.Label>
        {children}
        <Menu.Divider />
        <Menu.Label>{t('appearance')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(oneOf(schemes, value))}>
          {schemes.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {t(`scheme.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('density')}</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(value) => setDensity(oneOf(densities, value))}>
          {densities.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {t(`densities.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={onSignOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
