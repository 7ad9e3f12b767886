'use client';

import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { type Renewal, useAssign, useColleagues } from './queries.ts';
import type { Picks } from './renewal-rows.tsx';
import styles from './renewals.module.css';

const NOBODY = 'none';

/** What is done to many at once: somebody is to look after them. */
export function BulkBar({ rows, picks }: { rows: readonly Renewal[]; picks: Picks }) {
  const t = useTranslations('renewals');
  const textOf = useProblemText();
  const colleagues = useColleagues();
  const { assign, isPending } = useAssign();
  const shown = rows.filter((row) => picks.picked.has(row.enrollmentId)).map((row) => row.enrollmentId);
  const give = async (to: string) => {
    const name = colleagues.find(({ id }) => id === to)?.name ?? t('toNobody');
    try {
      const { assigned } = await assign(shown, to === NOBODY ? null : to);
      toast.done(t('assigned', { count: assigned, name }));
      picks.pick([]);
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  if (rows.length === 0) return null;
  return (
    <span className={styles.bulk}>
      <Checkbox
        label={shown.length > 0 ? t('picked', { count: shown.length }) : t('pickAll')}
        checked={shown.length === rows.length}
        indeterminate={shown.length > 0 && shown.length < rows.length}
        onChange={() => picks.pick(shown.length === rows.length ? [] : rows.map((row) => row.enrollmentId))}
      />
      {shown.length > 0 && (
        <NativeSelect
          aria-label={t('giveTo')}
          value=""
          disabled={isPending}
          onChange={(event) => void give(event.currentTarget.value)}
          data={[
            { value: '', label: t('giveTo'), disabled: true },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: t('toNobody') },
          ]}
        />
      )}
    </span>
  );
}
