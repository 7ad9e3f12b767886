'use client';

import type { AuditEntry } from '@cartwheel/contracts';
import { Anchor, CopyButton, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { DiffTable } from './diff-table.tsx';
import styles from './audit.module.css';
import { useSentence } from './use-sentence.ts';

export function AuditLine({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const format = useFormatting();
  const sentence = useSentence();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <time dateTime={entry.at} title={t('utc', { at: entry.at })}>
            {format.dateTime(entry.at)}
          </time>
          <span className={styles.sentence}>
            <bdi>{sentence(entry)}</bdi>
          </span>
          {entry.sensitive && <StatusChip tone="warn">{t('sensitive')}</StatusChip>}
        </summary>
        {isOpen && <Details entry={entry} />}
      </details>
    </li>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const path = useCenterPath();
  const href = pageOf(entry, path);
  const more = (filter: Record<string, string>) => `${path('audit')}?${new URLSearchParams(filter)}`;
  return (
    <div className={styles.details}>
      <DiffTable entry={entry} />
      <p className={styles.links}>
        {href && (
          <Anchor component={Link} href={href} prefetch={false}>
            {t('open')}
          </Anchor>
        )}
        <Anchor component={Link} href={more({ record: entry.entity, recordId: entry.entityId })} prefetch={false}>
          {t('history')}
        </Anchor>
        {entry.requestId && (
          <Anchor component={Link} href={more({ request: entry.requestId })} prefetch={false}>
            {t('sameRequest')}
          </Anchor>
        )}
      </p>
      {entry.requestId && (
        <p className={styles.muted}>
          {t('requestId', { id: entry.requestId })}{' '}
          <CopyButton value={entry.requestId}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
        </p>
      )}
    </div>
  );
}

/** The page of the record, where there is one. */
function pageOf(entry: AuditEntry, path: (...parts: string[]) => string): string | null {
  const student = entry.after?.['student_id'] ?? entry.before?.['student_id'];
  const invoice = entry.after?.['invoice_id'] ?? entry.before?.['invoice_id'];
  if (entry.entity === 'students') return path('students', entry.entityId);
  if (entry.entity === 'leads') return path('leads', entry.entityId);
  if (entry.entity === 'invoices') return path('invoices', entry.entityId);
  if (entry.entity === 'class_sessions') return path('sessions', entry.entityId);
  if (typeof invoice === 'string') return path('invoices', invoice);
  return typeof student === 'string' ? path('students', student) : null;
}
