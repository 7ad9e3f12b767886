'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import styles from './curricula.module.css';

interface AddSkillProps {
  category: string | null;
  onAdd: (name: string) => void;
}

/** Enter adds, and the next one can be typed at once. */
export function AddSkill({ category, onAdd }: AddSkillProps) {
  const t = useTranslations('curricula');
  const [name, setName] = useState('');
  const label = category === null ? t('addSkill') : t('addSkillTo', { category });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onAdd(name.trim());
    setName('');
  };
  return (
    <form className={styles.adder} onSubmit={submit}>
      <TextInput
        aria-label={label}
        placeholder={label}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!name.trim()}>
        {t('add')}
      </Button>
    </form>
  );
}
