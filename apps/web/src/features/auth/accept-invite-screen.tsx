'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';
import { NewPassword } from './new-password.tsx';
import { useAcceptInvite } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';
import { TokenPage } from './token-page.tsx';

export function AcceptInviteScreen() {
  return <TokenPage>{(token) => <AcceptForm token={token} />}</TokenPage>;
}

function AcceptForm({ token }: { token: string }) {
  const t = useTranslations('auth');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { accept, isPending, error } = useAcceptInvite();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept(token, password, name.trim());
  };
  return (
    <AuthCard title={t('inviteTitle')} text={t('inviteText')}>
      <form method="post" className={styles.form} onSubmit={submit}>
        <SignInProblem problem={error} />
        <TextInput
          label={t('yourNameOptional')}
          name="name"
          autoComplete="name"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NewPassword value={password} onChange={setPassword} />
        <Button type="submit" size="lg" loading={isPending}>
          {t('join')}
        </Button>
      </form>
    </AuthCard>
  );
}
