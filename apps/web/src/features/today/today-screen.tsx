'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Forbidden } from '../../components/state-views.tsx';
import { useSession } from '../../lib/session.tsx';
import { DeskDay } from './desk-day.tsx';
import { TrainerDay } from './trainer-day.tsx';

interface TodayScreenProps {
  /** The attendance sheet beside the list of sessions. */
  rosterOf: (sessionId: string) => ReactNode;
  /** Who is in the building now. */
  inside?: ReactNode;
}

/** The front desk and admins see what is due; a trainer the own classes and the roster beside them. */
export function TodayScreen({ rosterOf, inside }: TodayScreenProps) {
  const t = useTranslations('today');
  const { may } = useSession();
  if (!may('dashboard:read')) return <Forbidden who={t('whoMay')} isPage />;
  return may('leads:read') ? <DeskDay inside={inside} /> : <TrainerDay rosterOf={rosterOf} />;
}
