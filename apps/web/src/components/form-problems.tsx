'use client';

import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiProblem } from '../lib/api-problem.ts';
import styles from './state-views.module.css';

/**
 * Puts what the API said about single fields under these fields. Answers whether all of it found a place;
 * if not, show the problem as a notice too. `names` maps the API's paths to other field names.
 */
export function showFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  problem: Error,
  names: Record<string, string> = {},
): boolean {
  if (!(problem instanceof ApiProblem) || problem.errors.length === 0) return false;
  const values = form.getValues();
  const named = problem.errors.map(({ path, message }) => ({ name: names[path] ?? path, message }));
  const known = named.filter(({ name }) => (name.split('.')[0] ?? '') in values);
  form.setErrors(Object.fromEntries(known.map(({ name, message }) => [name, message])));
  return known.length === named.length;
}

interface ErrorSummaryProps {
  /** Field name to message, as Mantine's form keeps them. */
  errors: Record<string, ReactNode>;
  /** Ids of the inputs; without one the line is plain text. */
  fieldIds?: Record<string, string>;
}

/** At the top of a long form after submitting: what is wrong, with links to the fields. Takes the focus. */
export function ErrorSummary({ errors, fieldIds = {} }: ErrorSummaryProps) {
  const t = useTranslations('design');
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(errors).filter(([, message]) => Boolean(message));
  const count = found.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.error}>
      <div className={styles.body} style={{ gridColumn: '1 / -1' }}>
        <strong>{t('errorSummary', { count })}</strong>
        <ul>
          {found.map(([name, message]) => (
            <li key={name}>{fieldIds[name] ? <a href={`#${fieldIds[name]}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
