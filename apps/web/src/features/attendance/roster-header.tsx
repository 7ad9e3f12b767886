'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Hidden } from '../../components/hidden.tsx';
import { ListExport } from '../../components/list-export.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { countsOf, type Sent } from './marks.ts';
import styles from './roster.module.css';

interface RosterHeaderProps {
  session: ClassSession;
  counts: ReturnType<typeof countsOf>;
  sent: Sent;
  /** Beside another list the roster is not the page's first heading. */
  heading: 'h1' | 'h2';
}

export function RosterHeader({ session, counts, sent, heading: Heading }: RosterHeaderProps) {
  const t = useTranslations('attendance');
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <Heading dir="auto">{session.name}</Heading>
        <p>
          <SessionTimes session={session} />
        </p>
      </div>
      <div className={styles.counts}>
        <StatusChip tone="good">{t('counts.present', { count: counts.present })}</StatusChip>
        <StatusChip tone="bad">{t('counts.absent', { count: counts.absent })}</StatusChip>
        <StatusChip tone="ink">{t('counts.open', { count: counts.open })}</StatusChip>
        <SyncState sent={sent} />
      </div>
      {session.batchId && <ToSkills batchId={session.batchId} />}
      <ListExport kind="roster" filters={{ id: session.id }} of={session.name} />
      <ActionIcon className={styles.print} aria-label={t('print')} title={t('print')} onClick={() => window.print()}>
        <IconPrinter size={20} aria-hidden />
      </ActionIcon>
    </header>
  );
}

function ToSkills({ batchId }: { batchId: string }) {
  const t = useTranslations('attendance');
  const path = useCenterPath();
  const { may } = useSession();
  if (!may('progress:read')) return null;
  return (
    <Button component={Link} href={path('batches', batchId, 'skills')} prefetch={false} variant="default">
      {t('toSkills')}
    </Button>
  );
}

function SessionTimes({ session }: { session: ClassSession }) {
  const t = useTranslations('attendance');
  const format = useFormatting();
  const times = { start: format.time(session.startsAt), end: format.time(session.endsAt) };
  const words = session.trainer ? t('withTrainer', { ...times, trainer: session.trainer.name }) : t('times', times);
  const isToday = session.date === format.today();
  return isToday ? words : `${format.day(session.date)}, ${words}`;
}

function SyncState({ sent }: { sent: Sent }) {
  const t = useTranslations('attendance');
  const unsaved = [...sent.values()].filter((one) => one.state !== 'saving').length;
  if (unsaved > 0) return <StatusChip tone="warn">{t('sync.unsaved', { count: unsaved })}</StatusChip>;
  return (
    <span className={styles.sync} data-saving={sent.size > 0 || undefined}>
      <StatusChip tone="good">{t(sent.size > 0 ? 'sync.saving' : 'sync.saved')}</StatusChip>
    </span>
  );
}

/** Reads the last mark aloud. */
export function Announcement({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite">
      <Hidden>{text}</Hidden>
    </div>
  );
}
