'use client';

import { Button, NativeSelect } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty, FilteredEmpty, Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { InviteSheet } from './invite-sheet.tsx';
import { type Colleague, useStaff } from './queries.ts';
import { allRoles } from './staff-words.ts';
import { useStaffColumns } from './staff-columns.tsx';
import { UserSheet } from './user-sheet.tsx';
import { useRoleNames } from './role-names.ts';

/** Of a center, or of the organization: the address decides. */
export function UsersScreen() {
  const t = useTranslations('users');
  const { may } = useSession();
  const [isInviting, setInviting] = useState(false);
  useShortcut('n', t('invite'), () => setInviting(true), may('users:manage'));
  if (!may('users:read')) return <Forbidden who={t('whoMay')} isPage />;
  const invite = may('users:manage') && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={invite} />
      <StaffList />
      {isInviting && <InviteSheet onClose={() => setInviting(false)} />}
    </>
  );
}

function StaffList() {
  const t = useTranslations('users');
  const nameOf = useRoleNames();
  const { values, change, clear, isFiltered } = useUrlState({ q: '', role: '' });
  const role = allRoles.find((one) => one === values.role);
  const list = useStaff({ ...(values.q && { q: values.q }), ...(role && { role }) });
  const [opened, setOpened] = useState<Colleague | null>(null);
  const columns = useStaffColumns();
  // What was opened shows its newest state, also after it was changed.
  const shown = opened && (list.rows?.find(({ id }) => id === opened.id) ?? opened);
  return (
    <>
      <FilterBar
        search={{ label: t('search'), value: values.q, onChange: (q) => change({ q }) }}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <NativeSelect
          aria-label={t('filterRole')}
          value={values.role}
          onChange={(event) => change({ role: event.currentTarget.value })}
          data={[{ value: '', label: t('anyRole') }, ...allRoles.map((value) => ({ value, label: nameOf(value) }))]}
        />
      </FilterBar>
      <DataTable
        exporting={list.exporting}
        label={t('title')}
        name="users"
        columns={columns}
        rows={list.rows}
        keyOf={(user) => user.id}
        onOpen={setOpened}
        problem={list.problem}
        failure={t('loadFailed')}
        onRetry={list.retry}
        empty={isFiltered ? <FilteredEmpty title={t('noMatch')} onClear={clear} /> : <Empty title={t('empty')} />}
        more={list.more}
      />
      {shown && <UserSheet user={shown} onClose={() => setOpened(null)} />}
    </>
  );
}
