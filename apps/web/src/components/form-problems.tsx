'use client';

import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiProblem, type FieldProblem } from '../lib/api-problem.ts';
import styles from './state-views.module.css';

/**
 * Answers a function that puts field problems, of the API or of `bodyProblems`, under the fields of a form.
 * It says whether all of them found a place; if not, show the problem as a notice too.
 * `names` maps the contract's paths to other field names.
 */
export function useFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  names: Record<string, string> = {},
) {
  const textOf = useFieldText();
  return (problem: Error | readonly FieldProblem[]): boolean => {
    const problems = fieldProblemsIn(problem).map((one) => ({ name: names[one.path] ?? one.path, text: textOf(one) }));
    const values = form.getValues();
    const known = problems.filter(({ name }) => (name.split('.')[0] ?? '') in values);
    form.setErrors(Object.fromEntries(known.map(({ name, text }) => [name, text])));
    return problems.length > 0 && known.length === problems.length;
  };
}

function fieldProblemsIn(problem: Error | readonly FieldProblem[]): readonly FieldProblem[] {
  if (!(problem instanceof Error)) return problem;
  return problem instanceof ApiProblem ? problem.errors : [];
}

/** Our sentence for what is wrong with a field, where the code says enough; else the contract's. */
export function useFieldText(): (problem: FieldProblem) => string {
  const t = useTranslations('design');
  return ({ code, message }) => (t.has(`field.${code}`) ? t(`field.${code}`) : message);
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
