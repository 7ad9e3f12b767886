'use client';

import type { LeadCard } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenter } from '../../lib/center.tsx';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { nextStepOf } from './next-step.ts';

export function NextStepChip({ lead }: { lead: LeadCard }) {
  const t = useTranslations('leads');
  const format = useFormatting();
  const { timezone } = useCenter();
  const step = nextStepOf(lead, format.today(), timezone);
  if (step.kind === 'enrolled') return <StatusChip tone={step.tone}>{t('stage.ENROLLED')}</StatusChip>;
  if (step.kind === 'none') return <StatusChip tone={step.tone}>{t('noNextStep')}</StatusChip>;
  if (step.kind === 'lost') {
    return (
      <StatusChip tone={step.tone}>{t(lead.deadReason ? `reason.${lead.deadReason}` : 'stage.DEAD_LEAD')}</StatusChip>
    );
  }
  const date = dayIn(timezone, step.at);
  // Within the coming week the weekday says it; later only the date does.
  const day = step.daysAway >= 0 && step.daysAway < 7 ? format.weekdayShort(date) : format.dayMonth(date);
  const when = { days: Math.abs(step.daysAway), day, time: format.time(step.at) };
  if (step.kind === 'trial') return <StatusChip tone={step.tone}>{t(trialWord(step.daysAway), when)}</StatusChip>;
  return <StatusChip tone={step.tone}>{t(callWord(step.daysAway), when)}</StatusChip>;
}

function trialWord(daysAway: number) {
  if (daysAway < 0) return 'next.trialOver';
  return daysAway === 0 ? 'next.trialToday' : 'next.trialOn';
}

function callWord(daysAway: number) {
  if (daysAway < 0) return 'next.overdue';
  return daysAway === 0 ? 'next.callToday' : 'next.callOn';
}
