'use client';

import type { Lead } from '@cartwheel/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormCard } from '../../components/form-card.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenter } from '../../lib/center.tsx';
import { dayIn, someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { CorrectSheet } from './correct-sheet.tsx';
import styles from './lead-screen.module.css';
import { useLeadActs } from './queries-acts.ts';
import { useColleagues } from './queries.ts';

/** What was learned in the first talk, and who looks after it. */
export function LeadFacts({ lead, mayWrite }: { lead: Lead; mayWrite: boolean }) {
  const t = useTranslations('leads');
  const [isCorrecting, setCorrecting] = useState(false);
  const facts = useFacts(lead).filter(([, value]) => value);
  return (
    <FormCard title={t('discovery')}>
      {mayWrite && <Owner lead={lead} />}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayWrite && (
        <div>
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {t('correct')}
          </Button>
        </div>
      )}
      {isCorrecting && <CorrectSheet lead={lead} onClose={() => setCorrecting(false)} />}
    </FormCard>
  );
}

function useFacts(lead: Lead): [string, string][] {
  const t = useTranslations('leads');
  const format = useFormatting();
  const { timezone } = useCenter();
  const { student } = lead;
  const lost = [lead.deadReason && t(`reason.${lead.deadReason}`), lead.deadNote].filter(Boolean).join(': ');
  const times = lead.preferredTimes.map((part) => t(`part.${part}`)).join(', ');
  return [
    [t('fact.lost'), lead.status === 'DEAD_LEAD' ? lost : ''],
    [t('fact.born'), student.dob ? format.date(student.dob) : ''],
    [t('fact.days'), lead.preferredDays.map((day) => format.weekday(someDay(day))).join(', ')],
    [t('fact.times'), times],
    [t('fact.interests'), student.interests.join(', ')],
    [t('fact.school'), student.school ?? ''],
    [t('fact.notes'), [lead.discoveryNotes, student.notes].filter(Boolean).join('\n')],
    [t('fact.source'), lead.source],
    [t('fact.since'), format.date(dayIn(timezone, lead.createdAt))],
  ];
}

function Owner({ lead }: { lead: Lead }) {
  const t = useTranslations('leads');
  const textOf = useProblemText();
  const colleagues = useColleagues();
  const { change, isBusy } = useLeadActs();
  const owner = lead.assignedTo;
  const isListed = colleagues.some(({ id }) => id === owner?.id);
  const people = [...colleagues, ...(owner && !isListed ? [owner] : [])];
  const assign = async (id: string) => {
    try {
      await change(lead.id, { assignedToUserId: id || null });
      const name = people.find((one) => one.id === id)?.name;
      toast.done(name ? t('assigned', { name }) : t('unassigned'));
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return (
    <NativeSelect
      label={t('owner')}
      disabled={isBusy}
      value={owner?.id ?? ''}
      data={[{ value: '', label: t('nobody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => void assign(event.currentTarget.value)}
    />
  );
}
