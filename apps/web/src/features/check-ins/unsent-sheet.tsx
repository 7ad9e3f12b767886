'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Sheet } from '../../components/sheet.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './kiosk.module.css';
import type { ScanQueue, WaitingScan } from './scan-queue.ts';

interface UnsentSheetProps {
  queue: ScanQueue;
  isOpen: boolean;
  onClose: () => void;
}

/** What this device has still to tell, and what was refused when it was told. */
export function UnsentSheet({ queue, isOpen, onClose }: UnsentSheetProps) {
  const t = useTranslations('check-ins');
  const waiting = [...queue.refused, ...queue.unsent];
  return (
    <Sheet title={t('unsentTitle')} isOpen={isOpen} onClose={onClose} side="right">
      {waiting.length === 0 && <p>{t('allTold')}</p>}
      <ul className={styles.waiting}>
        {waiting.map((one) => (
          <li key={one.scan.clientEventId}>
            <Waiting waiting={one} onDismiss={() => queue.remove(one.scan.clientEventId)} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Waiting({ waiting: { scan, name, refused }, onDismiss }: { waiting: WaitingScan; onDismiss: () => void }) {
  const t = useTranslations('check-ins');
  const format = useFormatting();
  return (
    <>
      <p>
        <strong dir="auto">{name ?? t('aPass', { code: scan.code?.slice(2, 8) ?? '' })}</strong>{' '}
        <time>{format.dateTime(scan.occurredAt)}</time>
      </p>
      {refused === null ? (
        <StatusChip tone="warn">{t('waiting')}</StatusChip>
      ) : (
        <>
          <StatusChip tone="bad">{refused}</StatusChip>
          <Button variant="default" onClick={onDismiss}>
            {t('dismiss')}
          </Button>
        </>
      )}
    </>
  );
}
