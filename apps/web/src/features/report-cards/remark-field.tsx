'use client';

import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { MAX_REMARK } from './card-words.ts';
import styles from './report-cards.module.css';

interface RemarkFieldProps {
  label: string;
  description?: string;
  value: string;
  onChange: (text: string) => void;
  minRows: number;
  /** Above the field, on the right. */
  beside?: ReactNode;
  /** Takes the focus when the student before was left from the keyboard. */
  isFirst?: boolean;
  onStep?: (by: number) => void;
}

/** Set by the step from one student to the next; the field of the next one takes the focus then. */
let isTyping = false;

export function RemarkField({
  label,
  description,
  value,
  onChange,
  minRows,
  beside,
  isFirst,
  onStep,
}: RemarkFieldProps) {
  const t = useTranslations('report-cards');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = MAX_REMARK - value.length;
  useEffect(() => {
    if (!isFirst || !isTyping) return;
    isTyping = false;
    field.current?.focus();
  }, [isFirst]);
  return (
    <div className={styles.remark}>
      {beside && <div className={styles.beside}>{beside}</div>}
      <Textarea
        ref={field}
        label={label}
        description={description}
        dir="auto"
        autosize
        minRows={minRows}
        maxRows={10}
        spellCheck
        value={value}
        error={left < 0 && t('tooLong', { count: -left })}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowDown' ? 1 : -1;
          if (!onStep || !event.altKey || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
          event.preventDefault();
          isTyping = true;
          onStep(by);
        }}
      />
      {left >= 0 && <span className={styles.left}>{t('left', { count: left })}</span>}
    </div>
  );
}
