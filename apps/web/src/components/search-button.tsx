'use client';

import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import styles from './search-button.module.css';

/** Looks like a field, opens the search over everything. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations('design');
  return (
    <UnstyledButton className={styles.button} onClick={onOpen} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={20} aria-hidden />
      <span className={styles.words}>{t('findAnyone')}</span>
      <kbd aria-hidden>{t('findKeys')}</kbd>
    </UnstyledButton>
  );
}
