'use client';

import type { ReportCard } from '@cartwheel/contracts';
import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { QueryView } from '../../components/query-view.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { CardActs } from './card-acts.tsx';
import { Paper } from './paper.tsx';
import { useCard } from './queries.ts';
import styles from './report-cards.module.css';

/** One frozen card, read from its snapshot. */
export function CardSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('report-cards');
  const card = useCard(id);
  return (
    <Sheet title={card.data?.student.name ?? t('cards')} isOpen onClose={onClose} side="right">
      <QueryView query={card} failure={t('cardFailed')}>
        {(found) => <OpenCard card={found} />}
      </QueryView>
    </Sheet>
  );
}

function OpenCard({ card }: { card: ReportCard }) {
  const t = useTranslations('report-cards');
  if (!card.snapshot) {
    return (
      <div role="alert" className={styles.notice}>
        <strong>{t('altered')}</strong>
        <p>{t('alteredText')}</p>
      </div>
    );
  }
  return (
    <div className={styles.sheet}>
      <CardActs card={card} />
      <Paper snapshot={card.snapshot} />
      <p>
        <Anchor component={Link} href={`/verify/${card.code}`} target="_blank" prefetch={false}>
          {t('checkLink')}
        </Anchor>
      </p>
    </div>
  );
}
