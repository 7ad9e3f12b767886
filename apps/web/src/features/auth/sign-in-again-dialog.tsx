'use client';

import { Button, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import styles from './auth-card.module.css';
import { PasswordField } from './password-field.tsx';
import { useLoginAgain } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';

export function SignInAgainDialog({ email }: { email: string }) {
  const t = useTranslations('auth');
  const [password, setPassword] = useState('');
  const { signIn, isPending, error } = useLoginAgain();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn(email, password);
  };
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} closeOnEscape={false} title={t('againTitle')}>
      <form className={styles.form} onSubmit={submit}>
        <Text>{t('againText', { email })}</Text>
        <SignInProblem problem={error} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" size="lg" loading={isPending}>
          {t('signIn')}
        </Button>
        <a className={styles.link} href="/login" target="_blank" rel="noreferrer">
          {t('againOtherWay')}
        </a>
      </form>
    </Modal>
  );
}
