'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';
import { NewPassword } from './new-password.tsx';
import { useConsumePasswordReset } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';
import { TokenPage } from './token-page.tsx';

export function ResetScreen() {
  return <TokenPage>{(token) => <ResetForm token={token} />}</TokenPage>;
}

function ResetForm({ token }: { token: string }) {
  const t = useTranslations('auth');
  const [password, setPassword] = useState('');
  const { setPassword: change, isPending, isChanged, error } = useConsumePasswordReset();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change(token, password);
  };
  if (isChanged) {
    return (
      <AuthCard title={t('passwordChanged')} text={t('passwordChangedText')}>
        <Button component={Link} href="/login" size="lg">
          {t('signIn')}
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('resetTitle')} text={t('resetText')}>
      <form method="post" className={styles.form} onSubmit={submit}>
        <SignInProblem problem={error} />
        <NewPassword value={password} onChange={setPassword} />
        <Button type="submit" size="lg" loading={isPending}>
          {t('savePassword')}
        </Button>
      </form>
    </AuthCard>
  );
}
