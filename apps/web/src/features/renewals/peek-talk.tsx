'use client';

import { Button, Textarea, TextInput } from '@mantine/core';
import { IconBrandWhatsapp, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateChips } from '../../components/date-chips.tsx';
import { PhoneLinks } from '../../components/phone.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { type RenewalDetail, useRenewalActs } from './queries.ts';
import styles from './renewals.module.css';
import { type Template, templates, useMessages } from './use-messages.ts';

const outcomes = ['WILL_RENEW', 'THINKING', 'NO_ANSWER', 'NOT_RENEWING'] as const;
const channels = ['CALL', 'WHATSAPP', 'VISIT'] as const;
type Channel = (typeof channels)[number];

/** Calling or writing, and what came of it in two taps. */
export function PeekTalk({ renewal, onNotRenewing }: { renewal: RenewalDetail; onNotRenewing: () => void }) {
  const t = useTranslations('renewals');
  const [channel, setChannel] = useState<Channel>('CALL');
  return (
    <>
      <section className={styles.talk} aria-label={t('peek.family')}>
        {renewal.phone ? (
          <PhoneLinks phone={renewal.phone} name={renewal.guardianName ?? renewal.studentName} onContact={setChannel} />
        ) : (
          <StatusChip tone="warn">{t('peek.noContact')}</StatusChip>
        )}
        {renewal.phone && <Message renewal={renewal} phone={renewal.phone} onSent={() => setChannel('WHATSAPP')} />}
      </section>
      <Outcome renewal={renewal} channel={channel} onChannel={setChannel} onNotRenewing={onNotRenewing} />
    </>
  );
}

function Message({ renewal, phone, onSent }: { renewal: RenewalDetail; phone: string; onSent: () => void }) {
  const t = useTranslations('renewals.peek');
  const messages = useMessages();
  const [template, setTemplate] = useState<Template>(() => messages.usualOf(renewal));
  const [text, setText] = useState(() => messages.usual(renewal));
  const choose = (next: Template) => {
    setTemplate(next);
    setText(messages.text(next, renewal));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast.done(t('copied'));
  };
  return (
    <>
      <ChoiceChips
        label={t('message')}
        value={template}
        onChange={choose}
        choices={templates.map((value) => ({ value, label: t(`template.${value}`) }))}
      />
      <Textarea
        label={t('text')}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.chips}>
        <Button
          component="a"
          href={messages.whatsApp(phone, text)}
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<IconBrandWhatsapp size={20} aria-hidden />}
          onClick={onSent}
        >
          {t('sendWhatsApp')}
        </Button>
        <Button variant="subtle" leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
    </>
  );
}

interface OutcomeProps {
  renewal: RenewalDetail;
  channel: Channel;
  onChannel: (channel: Channel) => void;
  onNotRenewing: () => void;
}

function Outcome({ renewal, channel, onChannel, onNotRenewing }: OutcomeProps) {
  const t = useTranslations('renewals');
  const { log, isBusy, error } = useRenewalActs(renewal.enrollmentId);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null);
  const [note, setNote] = useState('');
  const save = async (nextDueAt: string | null) => {
    if (!outcome) return;
    const said = note.trim();
    const isSaved = await log({ channel, outcome, nextDueAt, ...(said && { note: said }) }).catch(() => null);
    if (!isSaved) return;
    toast.done(t('peek.saved'));
    setOutcome(null);
    setNote('');
    if (outcome === 'NOT_RENEWING') onNotRenewing();
  };
  return (
    <section className={styles.outcome} aria-label={t('peek.howDidItGo')}>
      <ChoiceChips
        label={t('peek.howDidItGo')}
        value={outcome}
        onChange={setOutcome}
        choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome && (
        <>
          <ChoiceChips
            label={t('peek.by')}
            value={channel}
            onChange={onChannel}
            choices={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
          <TextInput
            label={t('peek.said')}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <DateChips withNever disabled={isBusy} onPick={(dueAt) => void save(dueAt)} />
        </>
      )}
      <ProblemNotice problem={error} />
    </section>
  );
}
