'use client';

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import styles from './auth-card.module.css';

interface PasswordFieldProps extends Omit<PasswordInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (typed: string) => void;
}

/** With a button to show it, and a word when the caps lock is on. */
export function PasswordField({ value, onChange, description, ...input }: PasswordFieldProps) {
  const t = useTranslations('auth');
  const [isShown, setShown] = useState(false);
  const [isCapsOn, setCapsOn] = useState(false);
  const watch = (event: KeyboardEvent) => setCapsOn(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        required
        withAsterisk={false}
        {...input}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={watch}
        onKeyUp={watch}
        description={description}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        visible={isShown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{
          'aria-label': t(isShown ? 'hidePassword' : 'showPassword'),
          tabIndex: 0,
          size: 40,
        }}
      />
      <p role="status" className={isCapsOn ? `${styles.hint} ${styles.caps}` : styles.hint} hidden={!isCapsOn}>
        {isCapsOn && t('capsLockOn')}
      </p>
    </div>
  );
}
