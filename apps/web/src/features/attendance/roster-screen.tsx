'use client';

import { useTranslations } from 'next-intl';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { Roster } from './roster.tsx';

export function RosterScreen({ sessionId }: { sessionId: string }) {
  const t = useTranslations('attendance');
  const { may } = useSession();
  if (!may('attendance:read')) return <Forbidden who={t('whoMay')} isPage />;
  return <Roster sessionId={sessionId} />;
}
