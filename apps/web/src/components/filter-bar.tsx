'use client';

import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './filter-bar.module.css';
import { useShortcut } from './shortcuts.tsx';

interface FilterBarProps {
  /** Text filter; `/` puts the cursor into it. Reported 250 ms after the last key. */
  search?: { label: string; value: string; onChange: (value: string) => void };
  /** Selects and chips; their values live in the URL through useUrlState. */
  children?: ReactNode;
  isFiltered: boolean;
  onClear: () => void;
}

export function FilterBar({ search, children, isFiltered, onClear }: FilterBarProps) {
  const t = useTranslations('design');
  return (
    <search className={styles.bar}>
      {search && <SearchFilter {...search} />}
      {children}
      {isFiltered && (
        <Button variant="subtle" color="ink" leftSection={<IconX size={18} aria-hidden />} onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}

function SearchFilter({ label, value, onChange }: NonNullable<FilterBarProps['search']>) {
  const t = useTranslations('design');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const reported = useRef(value);
  useShortcut('/', t('focusFilter'), () => input.current?.focus());

  useEffect(() => {
    // Somebody else changed the URL: "Clear filters", or the back button.
    if (value !== reported.current) setTyped(value);
    reported.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === reported.current) return undefined;
    const timer = setTimeout(() => {
      reported.current = typed;
      onChange(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  return (
    <TextInput
      ref={input}
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
