'use client';

import type { Lead } from '@cartwheel/contracts';
import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PhoneLinks } from '../../components/phone.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import styles from './lead-screen.module.css';

interface LeadContactProps {
  lead: Lead;
  onContact?: (channel: 'CALL' | 'WHATSAPP') => void;
}

/** The family; after a call or a message the screen asks how it went. */
export function LeadContact({ lead, onContact }: LeadContactProps) {
  const t = useTranslations('leads');
  if (lead.guardians.length === 0) return <StatusChip tone="warn">{t('noFamily')}</StatusChip>;
  return (
    <ul className={styles.plain}>
      {lead.guardians.map((guardian) => (
        <li key={guardian.id} className={styles.guardian}>
          <span>
            <strong>{guardian.name}</strong>{' '}
            <span className={styles.muted}>{t(`relationship.${guardian.relationship}`)}</span>
          </span>
          {guardian.phone && (
            <PhoneLinks phone={guardian.phone} name={guardian.name} {...(onContact && { onContact })} />
          )}
          {guardian.email && <Anchor href={`mailto:${guardian.email}`}>{guardian.email}</Anchor>}
          {!guardian.hasContact && (
            <span>
              <StatusChip tone="warn">{t('noContact')}</StatusChip>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
