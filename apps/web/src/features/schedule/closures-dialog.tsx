'use client';

import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { DateField } from '../../components/date-field.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Answer } from '../../lib/operations.ts';
import { useSession } from '../../lib/session.tsx';
import { Dialog } from './dialog.tsx';
import { countSessionsToCancel, useClosureActs, useClosures } from './queries.ts';
import styles from './schedule.module.css';

type Closure = Answer<'listClosures'>['items'][number];

/** Holidays and other days without classes. */
export function ClosuresDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('schedule');
  const { may } = useSession();
  const closures = useClosures();
  const acts = useClosureActs(
    (count) => toast.done(t('closed.added', { count })),
    () => toast.done(t('closed.removed')),
  );
  return (
    <Dialog title={t('closed.title')} onClose={onClose}>
      <div className={styles.stack}>
        <ProblemNotice problem={acts.error} />
        <QueryView query={closures} failure={t('closed.failed')}>
          {({ items }) => <ClosureList closures={items} acts={acts} />}
        </QueryView>
        {may('settings:write') && <NewClosure acts={acts} />}
      </div>
    </Dialog>
  );
}

type Acts = ReturnType<typeof useClosureActs>;

function useDays() {
  const t = useTranslations('schedule');
  const format = useFormatting();
  return (from: string, to: string) =>
    from === to ? format.date(from) : t('closed.span', { from: format.date(from), to: format.date(to) });
}

function ClosureList({ closures, acts }: { closures: readonly Closure[]; acts: Acts }) {
  const t = useTranslations('schedule');
  const { may } = useSession();
  const daysOf = useDays();
  const confirm = useConfirm();
  if (closures.length === 0) return <p>{t('closed.none')}</p>;
  const open = async (closure: Closure) => {
    const isSure = await confirm({
      title: t('closed.removeTitle', { days: daysOf(closure.from, closure.to) }),
      consequence: t('closed.removeConsequence'),
      confirmLabel: t('closed.remove'),
    });
    if (isSure) acts.open(closure.id);
  };
  return (
    <ul className={styles.closures}>
      {closures.map((closure) => (
        <li key={closure.id} className={styles.closure}>
          <span>
            <strong>{daysOf(closure.from, closure.to)}</strong> <span dir="auto">{closure.reason}</span>
          </span>
          {may('settings:write') && (
            <Button
              variant="default"
              aria-label={t('closed.removeName', { reason: closure.reason })}
              disabled={acts.isPending}
              onClick={() => void open(closure)}
            >
              {t('closed.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ClosureValues extends Record<string, unknown> {
  from: string | null;
  to: string | null;
  reason: string;
}

function NewClosure({ acts }: { acts: Acts }) {
  const t = useTranslations('schedule');
  const daysOf = useDays();
  const confirm = useConfirm();
  const form = useForm<ClosureValues>({ initialValues: { from: null, to: null, reason: '' } });
  const problemsOf = useFieldProblems(form);
  const submit = async ({ from, to, reason }: ClosureValues) => {
    const body = { from: from ?? '', to: to ?? from ?? '', reason: reason.trim() };
    const found = await bodyProblems('addClosure', body);
    problemsOf(found);
    if (found.length > 0) return;
    if (body.to < body.from) return form.setFieldError('to', t('closed.daysNeeded'));
    const count = await countSessionsToCancel(body.from, body.to);
    const isSure = await confirm({
      title: t('closed.askTitle', { days: daysOf(body.from, body.to) }),
      consequence: t('closed.consequence', { count }),
      confirmLabel: t('closed.add'),
      isDangerous: true,
    });
    if (!isSure) return;
    acts.close(body);
    form.reset();
  };
  return (
    <form className={styles.stack} noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <div className={styles.two}>
        <DateField label={t('closed.from')} {...form.getInputProps('from')} value={form.values.from} />
        <DateField label={t('closed.to')} {...form.getInputProps('to')} value={form.values.to} />
      </div>
      <TextInput
        label={t('closed.reason')}
        description={t('closed.reasonHint')}
        maxLength={200}
        {...form.getInputProps('reason')}
      />
      <Button type="submit" loading={acts.isPending}>
        {t('closed.add')}
      </Button>
    </form>
  );
}
