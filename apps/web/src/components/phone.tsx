'use client';

import { ActionIcon, Anchor, Group, TextInput, type TextInputProps } from '@mantine/core';
import { IconBrandWhatsapp, IconPhone } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useE164 } from '../lib/reach.ts';

interface PhoneFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (typed: string) => void;
}

/** Takes a number in any shape; an odd one is remarked on, never refused. */
export function PhoneField({ value, onChange, description, ...input }: PhoneFieldProps) {
  const t = useTranslations('design');
  const [isLeft, setLeft] = useState(false);
  const digits = value.replace(/\D/g, '').length;
  const looksOdd = isLeft && digits > 0 && (digits < 8 || digits > 15);
  return (
    <TextInput
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      {...input}
      description={looksOdd ? t('phoneLooksOdd') : description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        setLeft(true);
        input.onBlur?.(event);
      }}
    />
  );
}

interface PhoneLinksProps {
  /** As it was typed. */
  phone: string;
  /** Whose number it is, for the names of the links. */
  name: string;
  /** Prefilled WhatsApp text. */
  message?: string;
  onContact?: (channel: 'CALL' | 'WHATSAPP') => void;
}

/** The number, a call and a WhatsApp chat. */
export function PhoneLinks({ phone, name, message, onContact }: PhoneLinksProps) {
  const t = useTranslations('design');
  const e164 = useE164(phone);
  const text = message ? `?text=${encodeURIComponent(message)}` : '';
  return (
    <Group gap={4} wrap="nowrap">
      <Anchor href={`tel:${e164}`} onClick={() => onContact?.('CALL')}>
        {phone}
      </Anchor>
      <ActionIcon
        component="a"
        href={`tel:${e164}`}
        aria-label={t('call', { name })}
        onClick={() => onContact?.('CALL')}
      >
        <IconPhone size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        component="a"
        href={`https://wa.me/${e164.replace(/\D/g, '')}${text}`}
        target="_blank"
        rel="noreferrer"
        aria-label={t('whatsApp', { name })}
        onClick={() => onContact?.('WHATSAPP')}
      >
        <IconBrandWhatsapp size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
