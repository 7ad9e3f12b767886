'use client';

import type { IntroVisit, Lead } from '@cartwheel/contracts';
import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { FormCard } from '../../components/form-card.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import type { Tone } from '../../components/tokens.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './lead-screen.module.css';

const tone: Record<IntroVisit['status'], Tone> = {
  SCHEDULED: 'trial',
  ATTENDED: 'good',
  NO_SHOW: 'bad',
  CANCELLED: 'ink',
};

export function LeadIntros({ lead }: { lead: Lead }) {
  const t = useTranslations('leads');
  const format = useFormatting();
  const path = useCenterPath();
  if (lead.introVisits.length === 0) return null;
  return (
    <FormCard title={t('intros')}>
      <ul className={styles.plain}>
        {lead.introVisits.map((visit) => (
          <li key={visit.id}>
            <div className={styles.row}>
              <Anchor component={Link} href={`${path('intro-visits')}?date=${visit.date}`} prefetch={false}>
                {format.day(visit.date)}, {format.time(visit.scheduledAt)}
              </Anchor>
              <StatusChip tone={tone[visit.status]}>{t(`intro.${visit.status}`)}</StatusChip>
            </div>
            <span className={styles.muted}>{[visit.sessionName, visit.trainer?.name].filter(Boolean).join(' · ')}</span>
            {visit.outcomeNotes && <p>{visit.outcomeNotes}</p>}
          </li>
        ))}
      </ul>
    </FormCard>
  );
}
