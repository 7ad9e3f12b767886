'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from './password-field.tsx';

/** The API's own floor; see `Password` in the contract. */
export const PASSWORD_MIN = 12;

interface NewPasswordProps {
  value: string;
  onChange: (typed: string) => void;
  error?: string | undefined;
}

export function NewPassword({ value, onChange, error }: NewPasswordProps) {
  const t = useTranslations('auth');
  return (
    <PasswordField
      label={t('newPassword')}
      name="new-password"
      autoComplete="new-password"
      minLength={PASSWORD_MIN}
      maxLength={128}
      description={t('passwordRule', { count: PASSWORD_MIN })}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
