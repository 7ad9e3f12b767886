'use client';

import type { RosterRow } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Sheet } from '../../components/sheet.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { doubtsAbout } from './marks.ts';
import styles from './roster.module.css';
import { useWarningWords } from './warning-words.ts';

interface AskOneProps {
  person: Pick<RosterRow, 'name' | 'warnings' | 'blocked'>;
  onMark: () => void;
  onClose: () => void;
}

/** "Plan ended 12 Oct. Mark anyway?", or why the center does not let this be marked. */
export function AskOneSheet({ person: { name, warnings, blocked }, onMark, onClose }: AskOneProps) {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  const reason = doubtsAbout(warnings).map(wordsOf).join(', ');
  if (blocked) {
    return (
      <Sheet title={t('ask.blockedTitle', { name })} isOpen onClose={onClose}>
        <div className={styles.stack}>
          <p>{t('ask.blocked', { reason })}</p>
          <Button size="xl" variant="default" onClick={onClose}>
            {t('ask.close')}
          </Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('ask.title', { name })} isOpen onClose={onClose}>
      <div className={styles.stack}>
        <p>
          <strong>{t('ask.question', { reason })}</strong>
        </p>
        <p>{t('ask.frontDesk')}</p>
        <Button size="xl" onClick={onMark} data-autofocus>
          {t('ask.anyway')}
        </Button>
        <Button size="xl" variant="default" onClick={onClose}>
          {t('ask.notToday')}
        </Button>
      </div>
    </Sheet>
  );
}

interface AskManyProps {
  rows: readonly RosterRow[];
  onMark: (rows: readonly RosterRow[]) => void;
  onClose: () => void;
}

/** Before "Mark remaining" where some of them have something to clear up. */
export function AskManySheet({ rows, onMark, onClose }: AskManyProps) {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  const doubtful = rows.filter((row) => doubtsAbout(row.warnings).length > 0);
  const clear = rows.filter((row) => !doubtful.includes(row));
  return (
    <Sheet title={t('ask.titleMany', { count: doubtful.length })} isOpen onClose={onClose}>
      <div className={styles.stack}>
        <ul className={styles.reasons}>
          {doubtful.map((row) => (
            <li key={row.studentId}>
              <strong dir="auto">{row.name}</strong>
              <StatusChip tone="bad">{doubtsAbout(row.warnings).map(wordsOf).join(', ')}</StatusChip>
            </li>
          ))}
        </ul>
        <Button size="xl" onClick={() => onMark(rows)}>
          {t('ask.all', { count: rows.length })}
        </Button>
        <Button size="xl" variant="default" onClick={() => onMark(clear)}>
          {t('ask.without', { count: clear.length })}
        </Button>
      </div>
    </Sheet>
  );
}
