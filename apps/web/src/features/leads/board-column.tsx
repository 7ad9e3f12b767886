'use client';

import type { LeadCard as Card, LeadStatus } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './board.module.css';
import { useDropColumn } from './dragging.ts';
import { LeadCard } from './lead-card.tsx';
import { isOpen } from './stages.ts';

const STEP = 50;
const FEW = 3;

interface BoardColumnProps {
  column: { status: LeadStatus; count: number; medianDays: number | null; cards: readonly Card[] };
  onDrop: (leadId: string, to: LeadStatus) => void;
  onAsk?: (lead: Card) => void;
}

export function BoardColumn({ column, onDrop, onAsk }: BoardColumnProps) {
  const t = useTranslations('leads');
  const format = useFormatting();
  const path = useCenterPath();
  const section = useRef<HTMLElement>(null);
  const { status, count, medianDays, cards } = column;
  const isOver = useDropColumn(section, status, (leadId) => onDrop(leadId, status));
  const list = `${path('leads')}?${new URLSearchParams({ view: 'list', status })}`;
  const isClosed = !isOpen(status);
  // What is closed is there to look up, not to work through.
  const [limit, setLimit] = useState(isClosed ? FEW : STEP);
  const shown = cards.slice(0, limit);
  const hasMore = cards.length > shown.length;
  return (
    <section ref={section} className={styles.column} data-over={isOver || undefined} aria-label={t(`stage.${status}`)}>
      <header className={styles.columnHead}>
        <h2>{t(`stage.${status}`)}</h2>
        <Link href={list} className={styles.count} prefetch={false} aria-label={t('openColumn', { count })}>
          {format.number(count)}
        </Link>
        <p className={styles.median}>
          {isClosed ? t('lastDays') : medianDays === null ? t('noMedian') : t('median', { days: medianDays })}
        </p>
      </header>
      <ul className={styles.cards}>
        {shown.map((lead) => (
          <LeadCard key={lead.id} lead={lead} {...(onAsk && { onAsk })} />
        ))}
      </ul>
      {count === 0 && <p className={styles.nobody}>{t('emptyColumn')}</p>}
      {hasMore && (
        <Button variant="subtle" color="ink" fullWidth mt={8} onClick={() => setLimit(limit + STEP)}>
          {t('showMore', { count: cards.length - shown.length })}
        </Button>
      )}
      {!hasMore && count > cards.length && (
        <Link href={list} className={styles.more} prefetch={false}>
          {t('moreInList', { count: count - cards.length })}
        </Link>
      )}
    </section>
  );
}
