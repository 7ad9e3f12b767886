'use client';

import type { LeadCard as Card } from '@cartwheel/contracts';
import { ActionIcon } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo, useRef } from 'react';
import { Hidden } from '../../components/hidden.tsx';
import { Initials } from '../../components/initials.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import styles from './board.module.css';
import { useDraggable } from './dragging.ts';
import { NextStepChip } from './next-step-chip.tsx';
import { isOpen } from './stages.ts';

interface LeadCardProps {
  lead: Card;
  /** Absent for people who may not change leads. */
  onAsk?: (lead: Card) => void;
}

export const LeadCard = memo(function LeadCard({ lead, onAsk }: LeadCardProps) {
  const t = useTranslations('leads');
  const path = useCenterPath();
  const card = useRef<HTMLLIElement>(null);
  const isDragging = useDraggable(card, { leadId: lead.id, from: lead.status });
  const story = [lead.source, lead.lastNote ?? lead.guardianName].filter(Boolean).join(' · ');
  const needsStep = isOpen(lead.status) && !lead.nextFollowUpAt && !lead.nextIntro;
  const age = lead.ageYears === null ? '' : `, ${lead.ageYears}`;
  return (
    <li
      ref={card}
      className={styles.card}
      data-lead={lead.id}
      data-dragging={isDragging || undefined}
      data-idle={needsStep || undefined}
    >
      <div className={styles.cardHead}>
        <Link href={path('leads', lead.id)} className={styles.name} prefetch={false} draggable={false}>
          {lead.studentName}
          {age}
        </Link>
        <span className={styles.age}>{t('daysInStage', { days: lead.daysInStage })}</span>
      </div>
      <div className={styles.cardBody}>
        <p className={styles.story}>{story}</p>
        {lead.assignedTo && (
          <span title={lead.assignedTo.name}>
            <Initials name={lead.assignedTo.name} size={28} />
            <Hidden>{t('ownedBy', { name: lead.assignedTo.name })}</Hidden>
          </span>
        )}
      </div>
      <div className={styles.cardFoot}>
        <NextStepChip lead={lead} />
        {onAsk && lead.status !== 'ENROLLED' && (
          <ActionIcon
            className={styles.move}
            aria-label={t('moveName', { name: lead.studentName })}
            aria-haspopup="dialog"
            onClick={() => onAsk(lead)}
          >
            <IconArrowRight size={20} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  );
});
