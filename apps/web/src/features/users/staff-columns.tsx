'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { DataColumn } from '../../components/data-table.tsx';
import { Initials } from '../../components/initials.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterIfAny } from '../../lib/center.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Colleague } from './queries.ts';
import { useRoleNames } from './role-names.ts';
import { statusTone } from './staff-words.ts';
import styles from './users.module.css';

export function useStaffColumns(): DataColumn<Colleague>[] {
  const t = useTranslations('users');
  const format = useFormatting();
  return useMemo(
    () => [
      { id: 'name', header: t('column.name'), cell: (user) => <Name user={user} />, isName: true },
      { id: 'role', wrap: 'anywhere', header: t('column.role'), cell: (user) => <Roles user={user} /> },
      {
        id: 'status',
        header: t('column.status'),
        cell: ({ status }) => <StatusChip tone={statusTone[status]}>{t(`status.${status}`)}</StatusChip>,
      },
      {
        id: 'email',
        wrap: 'anywhere',
        header: t('column.email'),
        cell: ({ email }) => <bdi>{email}</bdi>,
        from: 'desk',
      },
      {
        id: 'seen',
        header: t('column.seen'),
        cell: ({ lastSeenAt }) => (lastSeenAt ? format.dateTime(lastSeenAt) : t('never')),
        from: 'desk',
      },
    ],
    [t, format],
  );
}

function Name({ user }: { user: Colleague }) {
  return (
    <span className={styles.name}>
      <Initials name={user.name} size={32} />
      <bdi>{user.name}</bdi>
    </span>
  );
}

/** In a center the role there; across the organization each center with its role. */
function Roles({ user }: { user: Colleague }) {
  const t = useTranslations('users');
  const nameOf = useRoleNames();
  const center = useCenterIfAny();
  if (user.isSuperAdmin) return nameOf('SUPER_ADMIN');
  const places = center ? user.assignments.filter(({ centerId }) => centerId === center.id) : user.assignments;
  if (places.length === 0) return t('noCenter');
  if (center) return places.map(({ role }) => nameOf(role)).join(', ');
  return places.map(({ centerName, role }) => t('roleAt', { role: nameOf(role), center: centerName })).join(', ');
}
