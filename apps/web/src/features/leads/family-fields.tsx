'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormCard } from '../../components/form-card.tsx';
import { PhoneField } from '../../components/phone.tsx';
import { ClosedLead } from './closed-lead.tsx';
import { childNamed, type IntakeValues, relationships } from './intake-values.ts';
import styles from './intake.module.css';
import { familiesIn, type Family, type Known, KnownFamilies } from './known-families.tsx';
import { useKnownFamilies } from './queries.ts';

interface FamilyFieldsProps {
  values: IntakeValues;
  onChange: (changes: Partial<IntakeValues>) => void;
  errorAt: (path: string) => string | undefined;
}

/** Phone first: it says whether the family is known, before anything else is typed. */
export function FamilyFields({ values, onChange, errorAt }: FamilyFieldsProps) {
  const t = useTranslations('leads');
  const [phone] = useDebouncedValue(values.phone, 250);
  const [used, setUsed] = useState<{ phone: string; child: Known | null } | null>(null);
  const families = familiesIn(useKnownFamilies(phone));
  const use = (family: Family, child: Known | null) => {
    const known = family.guardian.phone ?? values.phone;
    const [first, ...rest] = values.children;
    setUsed({ phone: known, child });
    onChange({
      phone: known,
      guardianName: family.guardian.name,
      ...(child && first && { children: [childNamed(first.key, child.name, child.dob), ...rest] }),
    });
  };
  const isUsed = used !== null && used.phone === values.phone;
  return (
    <FormCard title={t('family')}>
      <PhoneField
        label={t('phone')}
        description={t('phoneHint')}
        value={values.phone}
        error={errorAt('guardians.0.phone')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody is talking: the first key must land here
        autoFocus
        onChange={(typed) => onChange({ phone: typed })}
      />
      {families.length > 0 && !isUsed && (
        <KnownFamilies families={families} onUse={(family) => use(family, null)} onUseChild={use} />
      )}
      {isUsed && used.child && <ClosedLead student={{ id: used.child.studentId, name: used.child.name }} />}
      <div className={styles.two}>
        <TextInput
          label={t('parentName')}
          autoComplete="off"
          maxLength={160}
          value={values.guardianName}
          error={errorAt('guardians.0.name')}
          onChange={(event) => onChange({ guardianName: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('isTheir')}
          value={values.relationship}
          data={relationships.map((value) => ({ value, label: t(`relationship.${value}`) }))}
          onChange={(event) =>
            onChange({ relationship: relationships.find((one) => one === event.currentTarget.value) ?? 'GUARDIAN' })
          }
        />
      </div>
      <TextInput
        type="email"
        label={t('email')}
        autoComplete="off"
        maxLength={320}
        value={values.email}
        error={errorAt('guardians.0.email')}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
    </FormCard>
  );
}
