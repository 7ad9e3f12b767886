'use client';

import type { Center } from '@cartwheel/contracts';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { PhoneField } from '../../components/phone.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { CardFrame } from './card-frame.tsx';
import { type SettingsAnswer, useChangeProfile, useChangeSettings, useProfile } from './queries.ts';
import { changesOf, lastChangeOf } from './setting-changes.ts';

export function ProfileCard() {
  const t = useTranslations('settings');
  const query = useProfile();
  return (
    <QueryView query={query} failure={t('loadFailed')}>
      {(center) => <ProfileForm key={center.version} center={center} />}
    </QueryView>
  );
}

function ProfileForm({ center }: { center: Center }) {
  const t = useTranslations('settings');
  const { form, submit, isDirty, isPending, problem } = useProfileForm(center);
  const isZoneTaken = problem?.code === 'in_use';
  return (
    <CardFrame
      id="profile"
      changed={null}
      isDirty={isDirty}
      isSaving={isPending}
      problem={isZoneTaken ? null : problem}
      onSave={() => void submit()}
      onReset={form.reset}
    >
      <TextInput label={t('profile.name')} maxLength={120} {...form.getInputProps('name')} />
      <TextInput label={t('profile.city')} maxLength={120} {...form.getInputProps('city')} />
      <Textarea label={t('profile.address')} autosize minRows={2} maxLength={500} {...form.getInputProps('address')} />
      <PhoneField
        label={t('profile.phone')}
        value={form.values.phone}
        onChange={(phone) => form.setFieldValue('phone', phone)}
        error={form.errors['phone']}
      />
      <NativeSelect
        label={t('profile.timezone')}
        description={t('profile.timezoneHint')}
        data={zonesWith(center.timezone)}
        {...form.getInputProps('timezone')}
        error={isZoneTaken ? t('profile.zoneInUse') : form.errors['timezone']}
      />
    </CardFrame>
  );
}

function zonesWith(current: string): string[] {
  return [...new Set([current, ...Intl.supportedValuesOf('timeZone')])].toSorted();
}

function useProfileForm(center: Center) {
  const t = useTranslations('settings');
  const { save, isPending, problem } = useChangeProfile();
  const { name, city, timezone } = center;
  const initialValues = { name, city, timezone, address: center.address ?? '', phone: center.phone ?? '' };
  const form = useForm({ initialValues });
  const show = useFieldProblems(form);
  const submit = async () => {
    const changed = changesOf(initialValues, form.values);
    const body = Object.fromEntries(
      Object.entries(changed ?? {}).map(([field, value]) => [field, value === '' ? null : value]),
    );
    const wrong = await bodyProblems('changeCenter', body);
    if (wrong.length > 0) {
      show(wrong);
      return;
    }
    await save(center, body).then(() => toast.done(t('saved')), show);
  };
  return { form, submit, isDirty: form.isDirty(), isPending, problem };
}

export function WeekStartCard({ answer }: { answer: SettingsAnswer }) {
  const t = useTranslations('settings');
  const current = answer.settings.weekStart;
  const [chosen, setChosen] = useState(current);
  const { save, isPending, problem } = useChangeSettings(answer.version);
  const saveChoice = () =>
    save({ weekStart: chosen }).then(
      () => toast.done(t('saved')),
      () => {},
    );
  return (
    <CardFrame
      id="weekStart"
      changed={lastChangeOf(answer.changes, ['weekStart'])}
      isDirty={chosen !== current}
      isSaving={isPending}
      problem={problem}
      onSave={() => void saveChoice()}
      onReset={() => setChosen(current)}
    >
      <ChoiceChips
        label={t('card.weekStart.title')}
        hideLabel
        value={chosen}
        onChange={setChosen}
        choices={(['MON', 'SUN'] as const).map((value) => ({ value, label: t(`weekStart.${value}`) }))}
      />
    </CardFrame>
  );
}
