'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { type FormEvent, useMemo, useState } from 'react';
import { useFieldText } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { BrowserOnly } from '../../lib/browser-only.tsx';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';
import { countryChoices, currencyChoices, likelyCountry, placeOf, timezoneChoices } from '../../lib/countries.ts';
import { NewPassword } from './new-password.tsx';
import { useSignUp } from './queries.ts';

export function SignUpScreen() {
  const t = useTranslations('auth');
  return (
    <AuthCard title={t('signUpTitle')} text={t('signUpText')} foot={<SignInLink />} isWide>
      <BrowserOnly>
        <SignUpForm />
      </BrowserOnly>
    </AuthCard>
  );
}

function emptyForm() {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const country = likelyCountry(timeZone, navigator.language);
  const place = placeOf(country) ?? { timezone: timeZone, currency: 'INR' };
  return { organizationName: '', centerName: '', country, ...place, name: '', email: '', password: '' };
}

function SignUpForm() {
  const t = useTranslations('auth');
  const locale = useLocale();
  const textOf = useFieldText();
  const [values, setValues] = useState(emptyForm);
  const { signUp, isPending, error } = useSignUp();
  const countries = useMemo(() => countryChoices(locale), [locale]);
  const currencies = useMemo(() => currencyChoices(locale), [locale]);
  const zones = useMemo(() => timezoneChoices(values.timezone), [values.timezone]);
  const errorAt = (path: string) => {
    const found = error?.errors.find((one) => one.path === path);
    return found && textOf(found);
  };
  const set = (changes: Partial<typeof values>) => setValues((before) => ({ ...before, ...changes }));
  const field = (name: keyof typeof values) => ({
    name,
    required: true,
    withAsterisk: false,
    value: values[name],
    error: errorAt(name),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signUp({ body: { ...values, centerName: values.centerName || values.organizationName } });
  };
  return (
    <form method="post" className={styles.form} onSubmit={submit}>
      <ProblemNotice problem={error} words={{ duplicate: t('emailTaken') }} />
      <div className={styles.two}>
        <TextInput
          {...field('organizationName')}
          label={t('organization')}
          autoComplete="organization"
          maxLength={120}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is this one form
          autoFocus
        />
        <TextInput {...field('centerName')} label={t('firstCenter')} maxLength={120} />
      </div>
      <NativeSelect
        {...field('country')}
        label={t('country')}
        autoComplete="country"
        data={countries}
        onChange={({ currentTarget: { value } }) => set({ country: value, ...placeOf(value) })}
      />
      <div className={styles.two}>
        <NativeSelect {...field('timezone')} label={t('timezone')} data={zones} />
        <NativeSelect {...field('currency')} label={t('currency')} data={currencies} />
      </div>
      <div className={styles.two}>
        <TextInput {...field('name')} label={t('yourName')} autoComplete="name" maxLength={120} />
        <TextInput {...field('email')} label={t('email')} type="email" autoComplete="username" />
      </div>
      <NewPassword value={values.password} onChange={(password) => set({ password })} error={errorAt('password')} />
      <Button type="submit" size="lg" loading={isPending}>
        {t('createCenter')}
      </Button>
    </form>
  );
}

function SignInLink() {
  const t = useTranslations('auth');
  return (
    <>
      {t('haveAccount')}{' '}
      <Link href="/login" className={styles.link} prefetch={false}>
        {t('signIn')}
      </Link>
    </>
  );
}
