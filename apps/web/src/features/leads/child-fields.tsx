'use client';

import { Button, TagsInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import styles from './intake.module.css';
import type { ChildValues } from './intake-values.ts';

interface ChildFieldsProps {
  child: ChildValues;
  title: string;
  errorAt: (path: string) => string | undefined;
  onChange: (child: ChildValues) => void;
  onRemove?: () => void;
  /** More about the child, where there is room for it. */
  children?: ReactNode;
}

export function ChildFields({ child, title, errorAt, onChange, onRemove, children }: ChildFieldsProps) {
  const t = useTranslations('leads');
  const terms = useTerms();
  const format = useFormatting();
  const set = (changes: Partial<ChildValues>) => onChange({ ...child, ...changes });
  const id = `child-${child.key}`;
  return (
    <FormCard title={title}>
      <div className={styles.two}>
        <TextInput
          id={`${id}-firstName`}
          label={t('childFirstName', terms)}
          autoComplete="off"
          maxLength={80}
          value={child.firstName}
          error={errorAt('child.firstName')}
          onChange={(event) => set({ firstName: event.currentTarget.value })}
        />
        <TextInput
          id={`${id}-lastName`}
          label={t('lastName')}
          autoComplete="off"
          maxLength={80}
          value={child.lastName}
          error={errorAt('child.lastName')}
          onChange={(event) => set({ lastName: event.currentTarget.value })}
        />
      </div>
      <div className={styles.two}>
        <TextInput
          id={`${id}-age`}
          label={t('age')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={child.age}
          error={errorAt('child.ageYears')}
          onChange={(event) => set({ age: event.currentTarget.value.replace(/\D/g, '') })}
        />
        <DateField
          id={`${id}-dob`}
          label={t('orBirthday')}
          max={format.today()}
          value={child.dob}
          error={errorAt('child.dob')}
          onChange={(dob) => set({ dob })}
        />
      </div>
      <TagsInput
        label={t('interests')}
        placeholder={child.interests.length === 0 ? t('interestsHint') : ''}
        acceptValueOnBlur
        maxTags={30}
        value={child.interests}
        error={errorAt('child.interests')}
        onChange={(interests) => set({ interests })}
      />
      {children}
      {onRemove && (
        <div>
          <Button variant="subtle" color="ink" onClick={onRemove}>
            {t('removeChild')}
          </Button>
        </div>
      )}
    </FormCard>
  );
}
