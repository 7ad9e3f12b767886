'use client';

import { Button, TextInput } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';
import { LinkSent } from './link-sent.tsx';
import { PasswordField } from './password-field.tsx';
import { useLogin, useRequestMagicLink } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';

export function LoginScreen() {
  const isReady = useMounted();
  const t = useTranslations('auth');
  const next = useSearchParams().get('next');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isAddressMissing, setAddressMissing] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const login = useLogin(next);
  const magic = useRequestMagicLink();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.signIn(email.trim(), password);
  };
  const mailLink = () => {
    const isUsable = email.trim() !== '' && (emailInput.current?.checkValidity() ?? true);
    setAddressMissing(!isUsable);
    if (isUsable) magic.mailLink(email.trim());
    else emailInput.current?.focus();
  };

  if (magic.isSent) {
    return (
      <AuthCard title={t('checkMail')}>
        <LinkSent text={t('magicSent', { email: email.trim() })} />
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('signIn')} foot={<SignUpLink />}>
      {/* Sent before the page is ready, a password must not stand in the address. */}
      <form method="post" className={styles.form} onSubmit={submit}>
        <SignInProblem problem={login.error ?? magic.error} />
        <TextInput
          ref={emailInput}
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is this one form
          autoFocus
          required
          withAsterisk={false}
          value={email}
          error={isAddressMissing && t('emailForLink')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label={t('password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" disabled={!isReady} size="lg" loading={login.isPending}>
          {t('signIn')}
        </Button>
        <Button variant="default" size="lg" loading={magic.isPending} onClick={mailLink}>
          {t('mailMeALink')}
        </Button>
        <Link href="/forgot" className={styles.link} prefetch={false}>
          {t('forgotPassword')}
        </Link>
      </form>
    </AuthCard>
  );
}

function SignUpLink() {
  const t = useTranslations('auth');
  return (
    <>
      {t('newHere')}{' '}
      <Link href="/signup" className={styles.link} prefetch={false}>
        {t('openCenter')}
      </Link>
    </>
  );
}
