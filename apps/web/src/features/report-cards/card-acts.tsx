'use client';

import { Button } from '@mantine/core';
import { IconFileTypePdf, IconMail } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ProblemNotice, useProblemText } from '../../components/problem-notice.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { toneOf } from './card-words.ts';
import { type CardSummary, openCardPdf, useSending } from './queries.ts';
import styles from './report-cards.module.css';

/** A frozen version: its state, its paper, and the way to the family. */
export function CardActs({ card }: { card: CardSummary }) {
  const t = useTranslations('report-cards');
  const format = useFormatting();
  const { may } = useSession();
  const textOf = useProblemText();
  const { send, isPending, error } = useSending(card.id, () => toast.done(t('onItsWay')));
  const day = format.date(card.issuedAt.slice(0, 10));
  const open = () => openCardPdf(card.id).catch((problem: Error) => toast.failed(textOf(problem)));
  return (
    <div className={styles.acts}>
      <p className={styles.version}>
        <strong>{t('versionOf', { version: card.version })}</strong>
        <StatusChip tone={toneOf[card.state]}>{t(`state.${card.state}`)}</StatusChip>
        <span className={styles.muted}>{t('issued', { day, name: card.issuedBy?.name ?? '–' })}</span>
      </p>
      {card.isOutdated && card.state !== 'SUPERSEDED' && <p className={styles.changed}>{t('outdated')}</p>}
      {card.sending > 0 && <p role="status">{t('sending', { count: card.sending })}</p>}
      {card.sentAt && <p>{t('sentTo', { count: card.sentTo, day: format.dateTime(card.sentAt) })}</p>}
      <ProblemNotice problem={error} words={{ guardian_contact_required: t('nobodyToSend') }} />
      <div className={styles.buttons}>
        <Button variant="default" leftSection={<IconFileTypePdf size={20} aria-hidden />} onClick={() => void open()}>
          {t('pdf')}
        </Button>
        {may('report-cards:generate') && card.state !== 'SUPERSEDED' && (
          <Button
            variant="default"
            leftSection={<IconMail size={20} aria-hidden />}
            loading={isPending}
            onClick={() => send()}
          >
            {t(card.sentAt ? 'sendAgain' : 'send')}
          </Button>
        )}
      </div>
    </div>
  );
}
