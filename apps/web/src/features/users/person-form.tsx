'use client';

import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { PhoneField } from '../../components/phone.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import type { Colleague, useStaffActs } from './queries.ts';
import styles from './users.module.css';

export function PersonForm({ user, acts }: { user: Colleague; acts: ReturnType<typeof useStaffActs> }) {
  const t = useTranslations('users');
  const form = useForm({ initialValues: { name: user.name, phone: user.phone ?? '' } });
  const show = useFieldProblems(form);
  const submit = async ({ name, phone }: { name: string; phone: string }) => {
    const body = { name: name.trim(), phone: phone.trim() || null };
    const wrong = await bodyProblems('changeUser', body);
    if (wrong.length > 0) {
      show(wrong);
      return;
    }
    await acts.change(body).then(() => toast.done(t('saved')), show);
  };
  return (
    <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
      <TextInput label={t('column.name')} maxLength={120} {...form.getInputProps('name')} />
      <PhoneField
        label={t('phone')}
        value={form.values.phone}
        onChange={(phone) => form.setFieldValue('phone', phone)}
        error={form.errors['phone']}
      />
      <Button type="submit" variant="default" disabled={!form.isDirty()} loading={acts.isChanging}>
        {t('savePerson')}
      </Button>
    </form>
  );
}
