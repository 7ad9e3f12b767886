'use client';

import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PhoneField } from '../../components/phone.tsx';
import type { Body } from '../../lib/operations.ts';
import type { Guardian } from './queries.ts';
import styles from './students.module.css';

const relationships = ['MOTHER', 'FATHER', 'GUARDIAN', 'GRANDPARENT', 'SELF', 'OTHER'] as const;

export interface GuardianValues {
  name: string;
  phone: string;
  email: string;
  relationship: Guardian['relationship'];
  isPrimary: boolean;
  mayPickUp: boolean;
}

export const emptyGuardian: GuardianValues = {
  name: '',
  phone: '',
  email: '',
  relationship: 'MOTHER',
  isPrimary: true,
  mayPickUp: true,
};

export function guardianValues(guardian: Guardian): GuardianValues {
  const { name, phone, email, relationship, isPrimary, mayPickUp } = guardian;
  return { name, phone: phone ?? '', email: email ?? '', relationship, isPrimary, mayPickUp };
}

export function guardianBody(values: GuardianValues): Body<'addGuardian'> {
  return { ...values, phone: values.phone.trim() || null, email: values.email.trim() || null };
}

interface GuardianFieldsProps {
  values: GuardianValues;
  onChange: (changes: Partial<GuardianValues>) => void;
  errorAt: (path: string) => string | undefined;
}

export function GuardianFields({ values, onChange, errorAt }: GuardianFieldsProps) {
  const t = useTranslations('students');
  return (
    <>
      <div className={styles.two}>
        <TextInput
          label={t('field.name')}
          autoComplete="off"
          maxLength={160}
          value={values.name}
          error={errorAt('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('field.relationship')}
          value={values.relationship}
          data={relationships.map((value) => ({ value, label: t(`relationship.${value}`) }))}
          onChange={(event) =>
            onChange({ relationship: relationships.find((one) => one === event.currentTarget.value) ?? 'GUARDIAN' })
          }
        />
        <PhoneField
          label={t('field.phone')}
          value={values.phone}
          error={errorAt('phone')}
          onChange={(phone) => onChange({ phone })}
        />
        <TextInput
          type="email"
          label={t('field.email')}
          autoComplete="off"
          maxLength={320}
          value={values.email}
          error={errorAt('email')}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('field.isPrimary')}
        checked={values.isPrimary}
        onChange={(event) => onChange({ isPrimary: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('field.mayPickUp')}
        checked={values.mayPickUp}
        onChange={(event) => onChange({ mayPickUp: event.currentTarget.checked })}
      />
    </>
  );
}
