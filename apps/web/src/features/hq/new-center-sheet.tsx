'use client';

import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { PhoneField } from '../../components/phone.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { countryChoices, currencyChoices, placeOf, timezoneChoices } from '../../lib/countries.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './hq.module.css';
import { useOpenCenter } from './queries.ts';

export function NewCenterSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('hq');
  const locale = useLocale();
  const { form, submit, isPending, problem } = useNewCenter(onClose);
  const { country, timezone } = form.values;
  const countries = useMemo(() => countryChoices(locale), [locale]);
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  const zones = useMemo(() => timezoneChoices(timezone), [timezone]);
  return (
    <Sheet title={t('newCenter')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
        <ProblemNotice problem={problem} words={{ duplicate: t('centerExists') }} />
        <TextInput label={t('center.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('center.city')} maxLength={120} {...form.getInputProps('city')} />
        <NativeSelect
          label={t('center.country')}
          data={countries}
          value={country}
          onChange={({ currentTarget: { value } }) => form.setValues({ country: value, ...placeOf(value) })}
        />
        <NativeSelect label={t('center.timezone')} data={zones} {...form.getInputProps('timezone')} />
        <NativeSelect
          label={t('center.currency')}
          description={t('center.currencyHint')}
          data={currencies}
          {...form.getInputProps('currency')}
        />
        <Textarea label={t('center.address')} autosize minRows={2} maxLength={500} {...form.getInputProps('address')} />
        <PhoneField
          label={t('center.phone')}
          value={form.values.phone}
          onChange={(phone) => form.setFieldValue('phone', phone)}
          error={form.errors['phone']}
        />
        <Button type="submit" size="lg" loading={isPending}>
          {t('openCenter')}
        </Button>
      </form>
    </Sheet>
  );
}

function useNewCenter(onDone: () => void) {
  const t = useTranslations('hq');
  const { assignments } = useSession();
  const { open, isPending, problem } = useOpenCenter();
  // The next center is most likely where the first one is.
  const { country = 'IN', timezone = 'Asia/Kolkata', currency = 'INR' } = assignments[0] ?? {};
  const form = useForm({
    initialValues: { name: '', city: '', country, timezone, currency, address: '', phone: '' },
  });
  const show = useFieldProblems(form);
  const submit = async ({ address, phone, name, city, ...place }: typeof form.values) => {
    const body = {
      ...place,
      name: name.trim(),
      city: city.trim(),
      ...(address.trim() && { address: address.trim() }),
      ...(phone.trim() && { phone: phone.trim() }),
    };
    const wrong = await bodyProblems('createCenter', body);
    if (wrong.length > 0) {
      show(wrong);
      return;
    }
    await open(body).then((center) => {
      toast.done(t('opened', { name: center.name }));
      onDone();
    }, show);
  };
  return { form, submit, isPending, problem };
}
