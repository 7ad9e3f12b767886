'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import styles from './auth-card.module.css';
import { AuthCard } from './auth-card.tsx';
import { useConsumeMagicLink } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';
import { TokenPage } from './token-page.tsx';

/** Opening the page uses nothing up: mail scanners open links too. Only the button signs in. */
export function MagicScreen() {
  return <TokenPage>{(token) => <MagicCard token={token} />}</TokenPage>;
}

function MagicCard({ token }: { token: string }) {
  const t = useTranslations('auth');
  const { signIn, isPending, error } = useConsumeMagicLink();
  return (
    <AuthCard title={t('magicTitle')} text={t('magicText')}>
      <SignInProblem problem={error} />
      <Button size="lg" loading={isPending} onClick={() => signIn(token)}>
        {t('signIn')}
      </Button>
      {error && (
        <Link href="/login" className={styles.link} prefetch={false}>
          {t('newLink')}
        </Link>
      )}
    </AuthCard>
  );
}
