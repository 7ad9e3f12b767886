'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { AskOneSheet } from './ask-sheet.tsx';
import { doubtsAbout } from './marks.ts';
import { PeopleSearch } from './people-search.tsx';
import { type FoundPerson, useAddToRoster } from './queries.ts';
import styles from './roster.module.css';

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
        <PeopleSearch known={known} isBusy={isPending} onChoose={choose} hint={t('add.hint')} />
      </div>
    </Sheet>
  );
}
