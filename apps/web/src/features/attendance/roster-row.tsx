'use client';

import type { Mark, RosterRow as Row } from '@cartwheel/contracts';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo } from 'react';
import { Initials } from '../../components/initials.tsx';
import { ChipRow, StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { isAbsent, isPresent, markOf, type SentMark } from './marks.ts';
import styles from './roster-row.module.css';
import { RowTrouble } from './row-trouble.tsx';
import { useRowChips, useWhyHere } from './warning-words.ts';

interface RosterRowProps {
  row: Row;
  sent: SentMark | undefined;
  mayMark: boolean;
  /** The same functions for every row and every time, so that a tap draws one row. */
  onTap: (studentId: string, button: 'PRESENT' | 'ABSENT') => void;
  onMore: (studentId: string) => void;
  onRetry: (studentId: string) => void;
  onDismiss: (studentId: string) => void;
}

export const RosterRow = memo(function RosterRow({ row, sent, mayMark, onTap, onMore, ...rest }: RosterRowProps) {
  const t = useTranslations('attendance');
  const mark = markOf(row, sent);
  const nameId = `student-${row.studentId}`;
  return (
    <li className={styles.row} data-student={row.studentId}>
      <span className={styles.face}>
        <Initials name={row.name} />
      </span>
      <div className={styles.who}>
        <span id={nameId} className={styles.name} dir="auto">
          {row.name}
        </span>
        <RowNotes row={row} mark={mark} />
      </div>
      <div role="group" aria-label={t('markers', { name: row.name })} className={styles.marks}>
        <MarkButton
          word={t('present')}
          isOn={isPresent(mark)}
          tone={mark === 'LATE' ? 'warn' : 'good'}
          isSaving={sent?.state === 'saving'}
          isDisabled={!mayMark}
          onTap={() => onTap(row.studentId, 'PRESENT')}
        />
        <MarkButton
          word={t('absent')}
          isOn={isAbsent(mark)}
          tone={mark === 'ABSENT' ? 'bad' : 'ink'}
          isSaving={sent?.state === 'saving'}
          isDisabled={!mayMark}
          onTap={() => onTap(row.studentId, 'ABSENT')}
        />
        <button
          type="button"
          className={styles.more}
          aria-label={t('moreFor', { name: row.name })}
          aria-haspopup="dialog"
          onClick={() => onMore(row.studentId)}
        >
          <IconDots size={22} aria-hidden />
        </button>
      </div>
      {sent && sent.state !== 'saving' && <RowTrouble row={row} sent={sent} {...rest} />}
    </li>
  );
});

interface MarkButtonProps {
  word: string;
  isOn: boolean;
  tone: 'good' | 'bad' | 'warn' | 'ink';
  isSaving: boolean;
  isDisabled: boolean;
  onTap: () => void;
}

function MarkButton({ word, isOn, tone, isSaving, isDisabled, onTap }: MarkButtonProps) {
  return (
    <button
      type="button"
      className={styles.mark}
      aria-pressed={isOn}
      data-tone={isOn ? tone : undefined}
      data-saving={(isOn && isSaving) || undefined}
      disabled={isDisabled}
      onClick={onTap}
    >
      {word}
    </button>
  );
}

const ownChip: Partial<Record<Mark, 'warn' | 'ink'>> = { LATE: 'warn', EXCUSED: 'ink', CANCELLED: 'ink' };

function RowNotes({ row, mark }: { row: Row; mark: Mark | null }) {
  const t = useTranslations('attendance');
  const path = useCenterPath();
  const { may } = useSession();
  const chips = useRowChips()(row);
  const whyHere = useWhyHere()(row);
  const markTone = mark && ownChip[mark];
  return (
    <div className={styles.notes}>
      {markTone && <StatusChip tone={markTone}>{t(`mark.${mark}`)}</StatusChip>}
      <ChipRow
        chips={chips}
        moreLabel={(hidden) => t('moreChips', { count: hidden.length, list: hidden.join(', ') })}
      />
      {whyHere && (
        <span className={styles.small} dir="auto">
          {whyHere}
        </span>
      )}
      {row.isFirstVisit && <span className={styles.small}>{t('firstVisit')}</span>}
      {row.leadId && may('leads:read') && (
        <Link className={styles.link} href={path('leads', row.leadId)} prefetch={false}>
          {t('openLead')}
        </Link>
      )}
      {row.note && (
        <span className={styles.small} dir="auto">
          {t('noted', { note: row.note })}
        </span>
      )}
    </div>
  );
}
