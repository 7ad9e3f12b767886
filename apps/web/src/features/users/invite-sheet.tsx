'use client';

import type { Role } from '@cartwheel/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { PhoneField } from '../../components/phone.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterIfAny } from '../../lib/center.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useSession } from '../../lib/session.tsx';
import { useInvite } from './queries.ts';
import { RoleTiles } from './role-tiles.tsx';
import { allRoles, centerRoles } from './staff-words.ts';
import styles from './users.module.css';

export function InviteSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('users');
  const { isSuperAdmin, assignments } = useSession();
  const isAtHq = useCenterIfAny() === null;
  const { form, submit, isPending, problem } = useInviteForm(onClose);
  const { role } = form.values;
  return (
    <Sheet title={t('invite')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
        <ProblemNotice problem={problem} words={{ duplicate: t('alreadyHere') }} />
        <TextInput
          label={t('column.name')}
          maxLength={120}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput label={t('column.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <PhoneField
          label={t('phone')}
          value={form.values.phone}
          onChange={(phone) => form.setFieldValue('phone', phone)}
          error={form.errors['phone']}
        />
        <RoleTiles
          label={t('column.role')}
          roles={isSuperAdmin && isAtHq ? allRoles : centerRoles}
          value={role}
          onChange={(next) => form.setFieldValue('role', next)}
          error={form.errors['role']}
        />
        {isAtHq && role !== 'SUPER_ADMIN' && (
          <NativeSelect
            label={t('inCenter')}
            data={assignments.map(({ centerId, centerName }) => ({ value: centerId, label: centerName }))}
            {...form.getInputProps('centerId')}
          />
        )}
        <p className={styles.muted}>{t('inviteHint')}</p>
        <Button type="submit" size="lg" loading={isPending}>
          {t('sendInvite')}
        </Button>
      </form>
    </Sheet>
  );
}

interface Values extends Record<string, unknown> {
  name: string;
  email: string;
  phone: string;
  role: Role | null;
  centerId: string;
}

function useInviteForm(onDone: () => void) {
  const t = useTranslations('users');
  const center = useCenterIfAny();
  const { assignments } = useSession();
  const { invite, isPending, problem } = useInvite();
  const form = useForm<Values>({
    initialValues: {
      name: '',
      email: '',
      phone: '',
      role: null,
      centerId: center?.id ?? assignments[0]?.centerId ?? '',
    },
  });
  const show = useFieldProblems(form);
  const submit = async ({ name, email, phone, role, centerId }: Values) => {
    if (!role) return form.setFieldError('role', t('roleNeeded'));
    const body = {
      name: name.trim(),
      email: email.trim(),
      role,
      ...(phone.trim() && { phone: phone.trim() }),
      ...(role !== 'SUPER_ADMIN' && centerId && { centerId }),
    };
    const wrong = await bodyProblems('inviteUser', body);
    if (wrong.length > 0) return void show(wrong);
    await invite(body).then(() => {
      toast.done(t('invited', { name: body.name }));
      onDone();
    }, show);
  };
  return { form, submit, isPending, problem };
}
