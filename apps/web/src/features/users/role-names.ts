'use client';

import type { Role } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';

export function useRoleNames(): (role: Role) => string {
  const t = useTranslations('users');
  return (role) => t(`role.${role}`);
}
