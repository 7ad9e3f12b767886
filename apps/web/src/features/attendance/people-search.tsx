'use client';

import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Initials } from '../../components/initials.tsx';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { Loading } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { doubtsAbout } from './marks.ts';
import { type FoundPerson, usePeople } from './queries.ts';
import styles from './roster.module.css';
import { useWarningWords } from './warning-words.ts';

interface PeopleSearchProps {
  known: ReadonlySet<string>;
  isBusy: boolean;
  onChoose: (person: FoundPerson) => void;
  /** What choosing somebody does. */
  hint: string;
  /** Others look on: nothing but names and classes. */
  isPublic?: boolean;
}

/** Finds somebody by name, or by any part of a phone. */
export function PeopleSearch({ known, isBusy, onChoose, hint, isPublic = false }: PeopleSearchProps) {
  const t = useTranslations('attendance');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 150);
  const { people, error, retry, isWorthIt } = usePeople(settled);
  return (
    <div className={styles.stack}>
      <TextInput
        label={t('add.search')}
        description={hint}
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
          isPublic={isPublic}
          onChoose={() => onChoose(person)}
        />
      ))}
    </div>
  );
}

interface PersonButtonProps {
  person: FoundPerson;
  isKnown: boolean;
  isBusy: boolean;
  isPublic: boolean;
  onChoose: () => void;
}

function PersonButton({ person, isKnown, isBusy, isPublic, onChoose }: PersonButtonProps) {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  const doubts = isPublic ? [] : doubtsAbout(person.warnings);
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
