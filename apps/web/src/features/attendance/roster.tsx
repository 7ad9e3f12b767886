'use client';

import type { ClassSession, Roster as RosterData } from '@cartwheel/contracts';
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { Empty } from '../../components/state-views.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { AddSheet } from './add-sheet.tsx';
import { AskManySheet, AskOneSheet } from './ask-sheet.tsx';
import { countsOf, markOf, remainingOf, type SectionName, sectionsOf } from './marks.ts';
import { useRoster } from './queries.ts';
import styles from './roster.module.css';
import { RosterBar } from './roster-bar.tsx';
import { Announcement, RosterHeader } from './roster-header.tsx';
import { useRosterKeys } from './roster-keys.ts';
import { RosterPrint } from './roster-print.tsx';
import { RosterRow } from './roster-row.tsx';
import { RosterLoading } from './roster-loading.tsx';
import { RowSheet } from './row-sheet.tsx';
import { useRosterActs } from './use-roster-acts.ts';

interface RosterProps {
  sessionId: string;
  heading?: 'h1' | 'h2';
}

/** The attendance sheet of one session. A tap is saved; there is no Save. */
export function Roster({ sessionId, heading = 'h1' }: RosterProps) {
  const t = useTranslations('attendance');
  const query = useRoster(sessionId);
  return (
    <QueryView query={query} failure={t('loadFailed')} loading={<RosterLoading />}>
      {(roster) => <Sheet key={sessionId} roster={roster} heading={heading} />}
    </QueryView>
  );
}

function Sheet({ roster, heading }: { roster: RosterData; heading: 'h1' | 'h2' }) {
  const { session, rows } = roster;
  const { may } = useSession();
  const mayMark = session.mayMark && may('attendance:mark');
  const acts = useRosterActs(roster);
  const [openId, setOpenId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const rowOf = (id: string | null) => rows.find((row) => row.studentId === id);
  useRosterKeys({
    list,
    isOn: mayMark,
    onKey: (id, status) => {
      const row = rowOf(id);
      if (row && status) acts.want(row, status);
      else if (row) acts.set(row, null);
    },
  });
  const open = rowOf(openId);
  const { question } = acts;
  return (
    <section className={styles.roster}>
      <div className={styles.screen} data-screen-only>
        <RosterHeader session={session} counts={countsOf(rows, acts.sent)} sent={acts.sent} heading={heading} />
        {!mayMark && <WhyClosed session={session} />}
        <div ref={list}>
          <Sections {...{ roster, acts, mayMark }} heading={heading === 'h1' ? 'h2' : 'h3'} onMore={setOpenId} />
        </div>
        {rows.length === 0 && <NobodyExpected mayMark={mayMark} />}
      </div>
      {mayMark && (
        <RosterBar
          remaining={remainingOf(rows, acts.sent).length}
          onMarkRemaining={acts.markRemaining}
          onAdd={() => setAdding(true)}
          onUndo={acts.undo}
        />
      )}
      <Announcement text={acts.said} />
      <RosterPrint roster={roster} />
      {open && (
        <RowSheet
          row={open}
          session={session}
          mark={markOf(open, acts.sent.get(open.studentId))}
          mayMark={mayMark}
          onMark={(status) => acts.want(open, status)}
          onTakeBack={() => acts.set(open, null)}
          onNote={(status, note) => acts.set(open, status, note)}
          onClose={() => setOpenId(null)}
        />
      )}
      {question?.about === 'one' && (
        <AskOneSheet
          person={question.row}
          onMark={() => {
            acts.setQuestion(null);
            acts.set(question.row, question.status);
          }}
          onClose={() => acts.setQuestion(null)}
        />
      )}
      {question?.about === 'many' && (
        <AskManySheet rows={question.rows} onMark={acts.setAll} onClose={() => acts.setQuestion(null)} />
      )}
      {isAdding && <AddSheet session={session} known={knownIn(roster)} onClose={() => setAdding(false)} />}
    </section>
  );
}

const knownIn = ({ rows }: RosterData) => new Set(rows.filter((row) => row.kind !== null).map((row) => row.studentId));

interface SectionsProps {
  roster: RosterData;
  acts: ReturnType<typeof useRosterActs>;
  mayMark: boolean;
  heading: 'h2' | 'h3';
  onMore: (studentId: string) => void;
}

function Sections({ roster, acts, mayMark, heading: Heading, onMore }: SectionsProps) {
  const t = useTranslations('attendance');
  const sections = sectionsOf(roster.rows, acts.sent);
  const isPlain = (name: SectionName) => name === 'enrolled' && sections.length === 1;
  return sections.map(({ name, rows }) => (
    <div key={name}>
      {!isPlain(name) && <Heading className={styles.section}>{t(`section.${name}`)}</Heading>}
      <ul className={styles.rows} aria-label={t(`section.${name}`)}>
        {rows.map((row) => (
          <RosterRow
            key={row.studentId}
            row={row}
            sent={acts.sent.get(row.studentId)}
            mayMark={mayMark}
            onTap={acts.tap}
            onMore={onMore}
            onRetry={acts.retry}
            onDismiss={acts.dismiss}
          />
        ))}
      </ul>
    </div>
  ));
}

function WhyClosed({ session }: { session: ClassSession }) {
  const t = useTranslations('attendance');
  const format = useFormatting();
  const { may } = useSession();
  const reason = () => {
    if (session.status === 'CANCELLED') {
      return session.cancelReason ? t('closed.cancelledWhy', { reason: session.cancelReason }) : t('closed.CANCELLED');
    }
    if (session.status === 'DRAFT') return t('closed.DRAFT');
    if (!may('attendance:mark')) return t('closed.readOnly');
    if (session.date > format.today()) return t('closed.future', { day: format.day(session.date) });
    return t('closed.over');
  };
  return (
    <p className={styles.band} role="note">
      <IconLock size={20} aria-hidden />
      <span dir="auto">{reason()}</span>
    </p>
  );
}

function NobodyExpected({ mayMark }: { mayMark: boolean }) {
  const t = useTranslations('attendance');
  return (
    <div className={`cw-card ${styles.empty}`}>
      <Empty title={t('empty')} text={t(mayMark ? 'emptyText' : 'emptyReadOnly')} />
    </div>
  );
}
