'use client';

import type { Lead } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Initials } from '../../components/initials.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { NextStepChip } from './next-step-chip.tsx';
import { isOpen, stageTone } from './stages.ts';
import { useLeadMoves } from './use-lead-moves.tsx';

export function LeadHeader({ lead, mayWrite }: { lead: Lead; mayWrite: boolean }) {
  const t = useTranslations('leads');
  const who = [
    lead.ageYears === null ? null : t('years', { count: lead.ageYears }),
    lead.guardianName,
    lead.source,
    t('daysInStageLong', { days: lead.daysInStage }),
  ];
  return (
    <PageHeader
      lead={<Initials name={lead.studentName} />}
      title={lead.studentName}
      subtitle={who.filter(Boolean).join(' · ')}
      beside={
        <>
          <StatusChip tone={stageTone[lead.status]}>{t(`stage.${lead.status}`)}</StatusChip>
          {lead.status !== 'ENROLLED' && <NextStepChip lead={lead} />}
        </>
      }
      actions={mayWrite && <LeadActs lead={lead} />}
    />
  );
}

function LeadActs({ lead }: { lead: Lead }) {
  const t = useTranslations('leads');
  const path = useCenterPath();
  const { may } = useSession();
  const { move, ask, isBusy, dialogs } = useLeadMoves();
  const canMove = lead.allowed.length > 0;
  const canEnroll = may('enrollments:create') && lead.allowed.includes('ENROLLED');
  useShortcut('s', t('keys.move'), () => ask(lead, lead.allowed), canMove);
  useShortcut('d', t('keys.lose'), () => move(lead, 'DEAD_LEAD'), lead.allowed.includes('DEAD_LEAD'));
  useShortcut('c', t('keys.convert'), () => move(lead, 'ENROLLED'), canEnroll);
  useShortcut('i', t('keys.intro'), () => move(lead, 'INTRO_SCHEDULED'), isOpen(lead.status));
  if (lead.status === 'ENROLLED') {
    return (
      <Button component={Link} href={path('students', lead.studentId)} prefetch={false}>
        {t('openProfile')}
      </Button>
    );
  }
  return (
    <>
      {lead.status === 'DEAD_LEAD' ? (
        <Button loading={isBusy} onClick={() => move(lead, 'FOLLOW_UP')}>
          {t('reopen')}
        </Button>
      ) : (
        <>
          <Button variant="default" disabled={!canMove} loading={isBusy} onClick={() => ask(lead, lead.allowed)}>
            {t('move')}
          </Button>
          <Button variant="default" onClick={() => move(lead, 'INTRO_SCHEDULED')}>
            {t('scheduleIntro')}
          </Button>
        </>
      )}
      {canEnroll && (
        <Button component={Link} href={path('leads', lead.id, 'convert')} prefetch={false}>
          {t('enroll')}
        </Button>
      )}
      {dialogs}
    </>
  );
}
