'use client';

import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormCard } from '../../components/form-card.tsx';
import { PhoneLinks } from '../../components/phone.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useSession } from '../../lib/session.tsx';
import { GuardianSheet } from './guardian-sheet.tsx';
import type { Guardian, Student } from './queries.ts';
import styles from './students.module.css';

export function FamilyCard({ student }: { student: Student }) {
  const t = useTranslations('students');
  const { may } = useSession();
  const [edited, setEdited] = useState<Guardian | 'new' | null>(null);
  const mayWrite = may('students:write') && !student.archivedAt;
  const close = () => setEdited(null);
  return (
    <FormCard title={t('family')}>
      {student.guardians.length === 0 && <p className={styles.muted}>{t('noFamily')}</p>}
      <ul className={styles.list}>
        {student.guardians.map((guardian) => (
          <li key={guardian.id}>
            <span className={styles.row}>
              <strong>{guardian.name}</strong>
              <span className={styles.muted}>{t(`relationship.${guardian.relationship}`)}</span>
              {guardian.isPrimary && <StatusChip tone="ink">{t('primary')}</StatusChip>}
              {!guardian.mayPickUp && <StatusChip tone="bad">{t('noPickUp')}</StatusChip>}
            </span>
            {guardian.phone && <PhoneLinks phone={guardian.phone} name={guardian.name} />}
            {guardian.email && <Anchor href={`mailto:${guardian.email}`}>{guardian.email}</Anchor>}
            {!may('contacts:read') && <span className={styles.muted}>{t('viaDesk')}</span>}
            {mayWrite && (
              <span>
                <Button
                  variant="subtle"
                  aria-label={t('editName', { name: guardian.name })}
                  onClick={() => setEdited(guardian)}
                >
                  {t('edit')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div>
          <Button variant="default" onClick={() => setEdited('new')}>
            {t('addGuardian')}
          </Button>
        </div>
      )}
      <Sheet title={t('family')} isOpen={edited !== null} onClose={close} side="right">
        {edited && <GuardianSheet studentId={student.id} guardian={edited === 'new' ? null : edited} onDone={close} />}
      </Sheet>
    </FormCard>
  );
}
