'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { DateField } from '../../components/date-field.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { ListExport } from '../../components/list-export.tsx';
import { ProblemNotice, useProblemText } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenter } from '../../lib/center.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Closure, useClosureActs, useClosures } from './queries.ts';
import styles from './settings.module.css';

export function ClosuresCard() {
  const t = useTranslations('settings');
  const { may } = useSession();
  const { id } = useCenter();
  const query = useClosures();
  return (
    <section className={`cw-card ${styles.card}`}>
      <div className={styles.listHead}>
        <h2>{t('card.closures.title')}</h2>
        <ListExport kind="closures" filters={{ id }} of={t('card.closures.title')} />
      </div>
      <p className={styles.effect}>{t('card.closures.effect')}</p>
      <QueryView query={query} failure={t('loadFailed')}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.muted}>{t('noClosures')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((closure) => (
                <ClosureLine key={closure.id} closure={closure} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {may('settings:write') && <NewClosure />}
    </section>
  );
}

function ClosureLine({ closure }: { closure: Closure }) {
  const t = useTranslations('settings');
  const format = useFormatting();
  const { may } = useSession();
  const confirm = useConfirm();
  const textOf = useProblemText();
  const { remove } = useClosureActs();
  const days =
    closure.from === closure.to
      ? format.date(closure.from)
      : `${format.date(closure.from)} – ${format.date(closure.to)}`;
  const open = async () => {
    const isSure = await confirm({
      title: t('openAgainTitle', { days }),
      consequence: t('openAgainText'),
      confirmLabel: t('openAgain'),
    });
    if (!isSure) return;
    await remove(closure.id).then(
      () => toast.done(t('openedAgain', { days })),
      (problem: Error) => toast.failed(textOf(problem)),
    );
  };
  return (
    <li>
      <span>
        <strong>{days}</strong> <bdi>{closure.reason}</bdi>
      </span>
      {may('settings:write') && (
        <Button variant="subtle" color="ink" aria-description={days} onClick={() => void open()}>
          {t('openAgain')}
        </Button>
      )}
    </li>
  );
}

interface Values extends Record<string, unknown> {
  from: string | null;
  to: string | null;
  reason: string;
}

function NewClosure() {
  const t = useTranslations('settings');
  const confirm = useConfirm();
  const { add, isAdding, problem } = useClosureActs();
  const form = useForm<Values>({ initialValues: { from: null, to: null, reason: '' } });
  const show = useFieldProblems(form);
  const submit = async ({ from, to, reason }: Values) => {
    if (!from) return form.setFieldError('from', t('dayNeeded'));
    const body = { from, to: to ?? from, reason: reason.trim() };
    const wrong = await bodyProblems('addClosure', body);
    if (wrong.length > 0) return void show(wrong);
    const question = {
      title: t('closeTitle'),
      consequence: t('closeText'),
      confirmLabel: t('closeConfirm'),
      isDangerous: true,
    };
    if (!(await confirm(question))) return;
    await add(body).then(({ sessionsCancelled = 0 }) => {
      toast.done(t('closed', { count: sessionsCancelled }));
      form.reset();
    }, show);
  };
  return (
    <form className={styles.fields} onSubmit={form.onSubmit(submit)} noValidate>
      <ProblemNotice problem={problem} />
      <Group gap={12} align="start">
        <DateField
          label={t('closedFrom')}
          value={form.values.from}
          onChange={(day) => form.setFieldValue('from', day)}
          error={form.errors['from']}
        />
        <DateField
          label={t('closedTo')}
          value={form.values.to}
          onChange={(day) => form.setFieldValue('to', day)}
          error={form.errors['to']}
        />
      </Group>
      <TextInput label={t('closedWhy')} maxLength={200} {...form.getInputProps('reason')} />
      <Button type="submit" variant="default" className={styles.add} loading={isAdding}>
        {t('closeConfirm')}
      </Button>
    </form>
  );
}
