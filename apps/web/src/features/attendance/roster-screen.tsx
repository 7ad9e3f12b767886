'use client';

import { useTranslations } from 'next-intl';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { Roster } from './roster.tsx';
import styles from './roster.module.css';

export function RosterScreen({ sessionId }: { sessionId: string }) {
  const t = useTranslations('attendance');
  const { may } = useSession();
  if (!may('attendance:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <div className={styles.page}>
      <Roster sessionId={sessionId} />
    </div>
  );
}
