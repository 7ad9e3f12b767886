'use client';

import { useMediaQuery } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FocusEvent, useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { RenewalList } from './list-state.ts';
import { useRenewals } from './queries.ts';
import { useRenewalColumns } from './renewal-columns.tsx';
import { RenewalPeek } from './renewal-peek.tsx';
import styles from './renewals.module.css';
import { useMessages } from './use-messages.ts';

/** One list with the row that is looked at beside it. */
export function RenewalRows({ list }: { list: RenewalList }) {
  const t = useTranslations('renewals');
  const { may } = useSession();
  const mayWrite = may('renewals:write');
  const isWide = useMediaQuery('(min-width: 75em)', false, { getInitialValueInEffect: false });
  const renewals = useRenewals(list.query);
  const picks = usePicks();
  const all = useRenewalColumns(mayWrite ? picks : null);
  const [focused, setFocused] = useState('');
  const isOpen = list.peek !== '';
  const columns = isOpen && isWide ? all.filter(({ id }) => !toldBeside.has(id)) : all;
  const current = renewals.rows?.find((row) => row.enrollmentId === (focused || list.peek));
  useRowActs(current, list);
  const follow = (event: FocusEvent) => {
    const key = event.target.closest('tr')?.dataset['key'] ?? '';
    setFocused(key);
    if (key && isOpen && isWide) list.setPeek(key);
  };
  return (
    <div className={styles.columns} data-open={isOpen && isWide ? true : undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only learns which row has the focus */}
      <div onFocus={follow} className={styles.list}>
        <DataTable
          label={t(`tab.${list.tab}`)}
          name="renewals"
          columns={columns}
          rows={renewals.rows}
          keyOf={(row) => row.enrollmentId}
          onOpen={(row) => list.setPeek(row.enrollmentId)}
          problem={renewals.problem}
          failure={t('loadFailed')}
          onRetry={renewals.retry}
          empty={<Praise list={list} />}
          more={renewals.more}
          exporting={renewals.exporting}
          toolbar={mayWrite && <BulkBar rows={renewals.rows ?? []} picks={picks} />}
        />
      </div>
      {isOpen && (
        <RenewalPeek key={list.peek} enrollmentId={list.peek} isBeside={isWide} onClose={() => list.setPeek('')} />
      )}
    </div>
  );
}

/** What the panel tells needs no column while it is open. */
const toldBeside = new Set(['attendance', 'contact', 'owner']);

function usePicks() {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return {
    picked,
    pick: (ids: readonly string[]) => setPicked(new Set(ids)),
    toggle: (id: string) =>
      setPicked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
  };
}
export type Picks = ReturnType<typeof usePicks>;

/** `W` opens WhatsApp with a message and asks how it went; `R` renews. */
function useRowActs(
  current: NonNullable<ReturnType<typeof useRenewals>['rows']>[number] | undefined,
  list: RenewalList,
) {
  const t = useTranslations('renewals');
  const router = useRouter();
  const path = useCenterPath();
  const { may } = useSession();
  const messages = useMessages();
  const isOpen = may('renewals:write') && current !== undefined && !current.renewed;
  const phone = current?.phone;
  useShortcut(
    'w',
    t('keys.whatsApp'),
    () => {
      if (!current || !phone) return;
      window.open(messages.whatsApp(phone, messages.usual(current)), '_blank', 'noreferrer');
      list.setPeek(current.enrollmentId);
    },
    isOpen && Boolean(phone),
  );
  useShortcut(
    'r',
    t('keys.renew'),
    () => current && router.push(path('renewals', current.enrollmentId, 'renew')),
    isOpen,
  );
}

function Praise({ list }: { list: RenewalList }) {
  const t = useTranslations('renewals');
  if (list.isFiltered) return <FilteredEmpty title={t('noMatch')} onClear={list.clear} />;
  const kind = list.tab.startsWith('DAYS') ? 'DAYS' : list.tab;
  return <Empty title={t(`empty.${list.tab}`)} text={t(`emptyText.${kind}`)} />;
}
