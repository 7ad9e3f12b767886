'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';
import { LinkSent } from './link-sent.tsx';
import { useRequestPasswordReset } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';

export function ForgotScreen() {
  const t = useTranslations('auth');
  const [email, setEmail] = useState('');
  const { mailLink, isPending, isSent, error } = useRequestPasswordReset();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mailLink(email.trim());
  };
  if (isSent) {
    return (
      <AuthCard title={t('checkMail')}>
        <LinkSent text={t('resetSent', { email: email.trim() })} />
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('forgotTitle')} text={t('forgotText')}>
      <form method="post" className={styles.form} onSubmit={submit}>
        <SignInProblem problem={error} />
        <TextInput
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is this one form
          autoFocus
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={isPending}>
          {t('mailResetLink')}
        </Button>
        <Link href="/login" className={styles.link} prefetch={false}>
          {t('backToSignIn')}
        </Link>
      </form>
    </AuthCard>
  );
}
