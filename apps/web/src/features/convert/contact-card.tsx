'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FormCard } from '../../components/form-card.tsx';
import { PhoneField } from '../../components/phone.tsx';
import type { CardProps } from './card-props.ts';
import styles from './convert.module.css';

/** Nobody is enrolled whose family cannot be reached; the number is asked for here, not on another page. */
export function ContactCard({ choices: { guardian }, onChange, errorAt }: Omit<CardProps, 'quote'>) {
  const t = useTranslations('convert');
  const set = (changes: Partial<typeof guardian>) => onChange({ guardian: { ...guardian, ...changes } });
  return (
    <FormCard title={t('contactNeeded')}>
      <div className={styles.two}>
        <TextInput
          label={t('guardianName')}
          autoComplete="off"
          maxLength={160}
          value={guardian.name}
          error={errorAt('guardian.name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <PhoneField
          label={t('guardianPhone')}
          value={guardian.phone}
          error={errorAt('guardian.phone')}
          onChange={(phone) => set({ phone })}
        />
      </div>
    </FormCard>
  );
}
