'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Initials } from '../../components/initials.tsx';
import { ErrorCard, ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { Loading } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { AskOneSheet } from './ask-sheet.tsx';
import { doubtsAbout } from './marks.ts';
import { type FoundPerson, useAddToRoster, usePeople } from './queries.ts';
import styles from './roster.module.css';
import { useWarningWords } from './warning-words.ts';

interface AddSheetProps {
  session: ClassSession;
  /** Who is on the roster already. */
  known: ReadonlySet<string>;
  onClose: () => void;
}

/** Finds somebody who came without being expected, and marks them present in a free seat. */
export function AddSheet({ session, known, onClose }: AddSheetProps) {
  const t = useTranslations('attendance');
  const { add, isPending, error, reset } = useAddToRoster(session.id);
  const [asked, setAsked] = useState<FoundPerson | null>(null);
  const [blocked, setBlocked] = useState<FoundPerson | null>(null);
  const take = (person: FoundPerson) => {
    setAsked(null);
    add(person.id, (blockedBy) => {
      if (blockedBy) return setBlocked({ ...person, warnings: [{ code: blockedBy }] });
      toast.done(t('add.added', { name: person.name }));
      onClose();
    });
  };
  const choose = (person: FoundPerson) => {
    reset();
    if (doubtsAbout(person.warnings).length > 0) setAsked(person);
    else take(person);
  };
  if (blocked) {
    return <AskOneSheet person={{ ...blocked, blocked: true }} onMark={onClose} onClose={() => setBlocked(null)} />;
  }
  if (asked) {
    return (
      <AskOneSheet person={{ ...asked, blocked: false }} onMark={() => take(asked)} onClose={() => setAsked(null)} />
    );
  }
  return (
    <Sheet title={t('add.title', { name: session.name })} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        <p>
          <StatusChip tone={session.seatsLeft > 0 ? 'good' : 'warn'}>
            {t('add.seats', { count: session.seatsLeft })}
          </StatusChip>
        </p>
        <ProblemNotice problem={error} words={{ capacity_full: t('add.full') }} />
        <PeopleSearch known={known} isBusy={isPending} onChoose={choose} />
      </div>
    </Sheet>
  );
}

interface PeopleSearchProps {
  known: ReadonlySet<string>;
  isBusy: boolean;
  onChoose: (person: FoundPerson) => void;
}

function PeopleSearch({ known, isBusy, onChoose }: PeopleSearchProps) {
  const t = useTranslations('attendance');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const { people, error, retry, isWorthIt } = usePeople(settled);
  return (
    <>
      <TextInput
        label={t('add.search')}
        description={t('add.hint')}
        type="search"
        data-autofocus
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error && !people && <ErrorCard problem={error} title={t('add.failed')} onRetry={retry} />}
      {!people && !error && <Loading rows={3} />}
      {isWorthIt && people?.length === 0 && <p role="status">{t('add.nobody', { typed: settled.trim() })}</p>}
      {people?.map((person) => (
        <PersonButton
          key={person.id}
          person={person}
          isKnown={known.has(person.id)}
          isBusy={isBusy}
          onChoose={() => onChoose(person)}
        />
      ))}
    </>
  );
}

interface PersonButtonProps {
  person: FoundPerson;
  isKnown: boolean;
  isBusy: boolean;
  onChoose: () => void;
}

function PersonButton({ person, isKnown, isBusy, onChoose }: PersonButtonProps) {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  const doubts = doubtsAbout(person.warnings);
  return (
    <button type="button" className={styles.person} disabled={isKnown || isBusy} onClick={onChoose}>
      <Initials name={person.name} />
      <span>
        <strong dir="auto">{person.name}</strong>
        <span className={styles.detail}>{isKnown ? t('add.onRoster') : person.detail}</span>
        {doubts.length > 0 && <StatusChip tone="bad">{doubts.map(wordsOf).join(', ')}</StatusChip>}
      </span>
    </button>
  );
}
