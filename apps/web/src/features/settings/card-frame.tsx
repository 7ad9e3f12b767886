'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { CardId } from './sections.ts';
import styles from './settings.module.css';

interface CardFrameProps {
  id: CardId;
  children: ReactNode;
  /** What it means as it stands now, with real words. */
  example?: ReactNode;
  /** Who set it last; undefined while it has its default, null where nobody keeps count. */
  changed: { at: string; by: { name: string } | null } | null | undefined;
  isDirty: boolean;
  isSaving: boolean;
  problem?: Error | null;
  onSave: () => void;
  onReset: () => void;
}

/** One switch of the center: what it does, how it stands, who set it, and its own Save. */
export function CardFrame({ id, children, example, changed, ...form }: CardFrameProps) {
  const t = useTranslations('settings');
  const terms = useTerms();
  const format = useFormatting();
  const { may } = useSession();
  const heading = useId();
  const isOpen = may('settings:write');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.onSave();
  };
  return (
    <form className={`cw-card ${styles.card}`} aria-labelledby={heading} onSubmit={submit} noValidate>
      <h2 id={heading}>{t(`card.${id}.title`, terms)}</h2>
      <p className={styles.effect}>{t(`card.${id}.effect`, terms)}</p>
      <fieldset className={styles.fields} disabled={!isOpen} aria-labelledby={heading}>
        {children}
      </fieldset>
      {example && <p className={styles.example}>{example}</p>}
      <ProblemNotice problem={form.problem} />
      <Group justify="space-between" gap={8}>
        <span className={styles.muted}>
          {changed && t('changedBy', { name: changed.by?.name ?? t('somebody'), when: format.dateTime(changed.at) })}
          {changed === undefined && t('neverChanged')}
        </span>
        {isOpen && (
          <Group gap={8}>
            {form.isDirty && (
              <Button variant="subtle" color="ink" onClick={form.onReset}>
                {t('reset')}
              </Button>
            )}
            <Button type="submit" disabled={!form.isDirty} loading={form.isSaving}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Group>
    </form>
  );
}
