'use client';

import { Button, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import styles from './auth-card.module.css';
import { PasswordField } from './password-field.tsx';
import { useLoginAgain } from './queries.ts';
import { SignInProblem } from './sign-in-problem.tsx';

interface SignInAgainDialogProps {
  email: string;
  /** Why the password is asked for, where it is not that the session has ended. */
  words?: { title: string; text: string; submit: string };
  onDone?: () => void;
  /** Left out where there is no way back. */
  onClose?: () => void;
}

export function SignInAgainDialog({ email, words, onDone, onClose }: SignInAgainDialogProps) {
  const t = useTranslations('auth');
  const td = useTranslations('design');
  const [password, setPassword] = useState('');
  const { signIn, isPending, error } = useLoginAgain(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn(email, password);
  };
  return (
    <Modal
      opened
      onClose={onClose ?? (() => {})}
      withCloseButton={onClose !== undefined}
      closeOnEscape={onClose !== undefined}
      title={words?.title ?? t('againTitle')}
      closeButtonProps={{ 'aria-label': td('close'), size: 44 }}
    >
      <form className={styles.form} onSubmit={submit}>
        <Text>{words?.text ?? t('againText', { email })}</Text>
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
          {words?.submit ?? t('signIn')}
        </Button>
        {!words && (
          <a className={styles.link} href="/login" target="_blank" rel="noreferrer">
            {t('againOtherWay')}
          </a>
        )}
      </form>
    </Modal>
  );
}
