import type { Permission } from '@cartwheel/contracts';
import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconCalendarStar,
  IconCertificate,
  IconClipboardList,
  IconCreditCard,
  IconDoorEnter,
  IconFileImport,
  IconHistory,
  IconHome,
  IconReceipt,
  IconRefresh,
  IconScan,
  IconSettings,
  IconStairsUp,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

/** Where one can go in a center. `needs` are the permissions without which the page is of no use. */
export const centerDestinations = [
  { id: 'today', path: 'today', icon: IconHome, key: 'g t', needs: ['dashboard:read'] },
  { id: 'leads', path: 'leads', icon: IconUserPlus, key: 'g l', needs: ['leads:read'] },
  { id: 'students', path: 'students', icon: IconUsers, key: 'g s', needs: ['students:read'] },
  { id: 'schedule', path: 'schedule', icon: IconCalendarEvent, key: 'g c', needs: ['sessions:read'] },
  { id: 'checkIns', path: 'check-ins', icon: IconDoorEnter, key: 'g d', needs: ['check-ins:record', 'passes:read'] },
  { id: 'kiosk', path: 'kiosk', icon: IconScan, key: 'g q', needs: ['check-ins:record', 'passes:read'] },
  { id: 'introVisits', path: 'intro-visits', icon: IconCalendarStar, key: 'g i', needs: ['intros:write'] },
  { id: 'batches', path: 'batches', icon: IconClipboardList, key: 'g b', needs: ['batches:read', 'plans:read'] },
  { id: 'curricula', path: 'curricula', icon: IconStairsUp, key: 'g k', needs: ['curricula:write'] },
  { id: 'reportCards', path: 'report-cards', icon: IconCertificate, key: 'g o', needs: ['report-cards:read'] },
  { id: 'renewals', path: 'renewals', icon: IconRefresh, key: 'g r', needs: ['renewals:read'] },
  { id: 'payments', path: 'payments', icon: IconCreditCard, key: 'g p', needs: ['payments:read'] },
  { id: 'imports', path: 'imports', icon: IconFileImport, key: 'g m', needs: ['imports:manage'] },
  { id: 'users', path: 'users', icon: IconUsersGroup, key: 'g u', needs: ['users:read'] },
  { id: 'audit', path: 'audit', icon: IconHistory, key: 'g a', needs: ['audit:read'] },
  { id: 'settings', path: 'settings', icon: IconSettings, key: 'g e', needs: ['settings:read'] },
] as const satisfies readonly { needs: readonly Permission[]; [field: string]: unknown }[];

export const hqDestinations = [
  { id: 'centers', path: '/hq', icon: IconBuildingCommunity, key: 'g c', needs: ['hq:read'] },
  { id: 'curricula', path: '/hq/curricula', icon: IconStairsUp, key: 'g k', needs: ['hq:read', 'curricula:write'] },
  { id: 'plans', path: '/hq/plans', icon: IconReceipt, key: 'g p', needs: ['hq:read', 'plans:write'] },
  { id: 'users', path: '/hq/users', icon: IconUsersGroup, key: 'g u', needs: ['users:read'] },
] as const satisfies readonly { needs: readonly Permission[]; [field: string]: unknown }[];

export function allowed<Destination extends { needs: readonly Permission[] }>(
  destinations: readonly Destination[],
  may: (permission: Permission) => boolean,
): Destination[] {
  return destinations.filter(({ needs }) => needs.every(may));
}

/** Whether a page opens: what is not offered does not open by its address either. */
export const mayOpen = (page: (typeof centerDestinations)[number]['id'], may: (permission: Permission) => boolean) =>
  allowed(centerDestinations, may).some(({ id }) => id === page);

/** The page of another center that corresponds to this one; a page of one record leads to its list. */
export function samePageIn(slug: string, pathname: string): string {
  const page = pathname.split('/')[3] ?? 'today';
  return `/c/${encodeURIComponent(slug)}/${page}`;
}
