'use client';

import type { Lead } from '@cartwheel/contracts';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateChips } from '../../components/date-chips.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import styles from './lead-screen.module.css';
import { useLogContact } from './queries-acts.ts';

interface ContactOutcomeProps {
  lead: Lead;
  channel: 'CALL' | 'WHATSAPP';
  onDone: () => void;
}

const outcomes = ['REACHED', 'NO_ANSWER', 'LATER'] as const;

/** "How did it go?" in two taps: what came of it, and when next. */
export function ContactOutcome({ lead, channel, onDone }: ContactOutcomeProps) {
  const t = useTranslations('leads');
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null);
  const [note, setNote] = useState('');
  const { log, isPending, error } = useLogContact();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const due = lead.followUps
    .filter((one) => !one.completedAt)
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
  const save = async (nextDueAt: string | null) => {
    if (!outcome) return;
    const contact = { leadId: lead.id, followUpId: due?.id ?? null, channel, outcome, note, nextDueAt };
    const isSaved = await log(contact).catch(() => null);
    if (!isSaved) return;
    toast.done(t('contactSaved'));
    onDone();
  };
  return (
    <div ref={box} className={styles.asked} role="group" aria-label={t('howDidItGo')} tabIndex={-1}>
      <ChoiceChips
        label={t('howDidItGo')}
        value={outcome}
        onChange={setOutcome}
        choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome && (
        <>
          <TextInput
            label={t('whatWasSaid')}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <DateChips withNever disabled={isPending} onPick={(dueAt) => void save(dueAt)} />
        </>
      )}
      <ProblemNotice problem={error} />
      <div>
        <Button variant="subtle" color="ink" onClick={onDone}>
          {t('notNow')}
        </Button>
      </div>
    </div>
  );
}
