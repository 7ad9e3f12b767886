'use client';

import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import type { Answer } from '../../lib/operations.ts';
import { useTerms } from '../../lib/terms.tsx';
import styles from './intake.module.css';

export type Known = Answer<'findDuplicates'>['items'][number];

export interface Family {
  guardian: NonNullable<Known['guardian']>;
  children: Known[];
}

export function familiesIn(known: readonly Known[]): Family[] {
  const families = new Map<string, Family>();
  for (const child of known) {
    const { guardian } = child;
    if (!guardian || child.match === 'NAME') continue;
    const family = families.get(guardian.id) ?? { guardian, children: [] };
    families.set(guardian.id, { ...family, children: [...family.children, child] });
  }
  return [...families.values()];
}

interface KnownFamiliesProps {
  families: readonly Family[];
  onUse: (family: Family) => void;
  onUseChild: (family: Family, child: Known) => void;
}

/** Stops a double before it is typed: the number is known, and these are its people. */
export function KnownFamilies({ families, onUse, onUseChild }: KnownFamiliesProps) {
  const t = useTranslations('leads');
  const terms = useTerms();
  return (
    <div className={styles.families} role="status">
      {families.map((family) => (
        <div key={family.guardian.id} className={styles.family}>
          <p>
            <strong>{t('knownFamily', { ...terms, name: family.guardian.name, count: family.children.length })}</strong>
          </p>
          <div className={styles.children}>
            {family.children.map((child) => (
              <KnownChild key={child.studentId} child={child} onUse={() => onUseChild(family, child)} />
            ))}
            <Button onClick={() => onUse(family)}>{t('useFamily')}</Button>
          </div>
        </div>
      ))}
    </div>
  );
}

function KnownChild({ child, onUse }: { child: Known; onUse: () => void }) {
  const t = useTranslations('leads');
  const path = useCenterPath();
  if (child.openLeadId) {
    return (
      <Button component={Link} variant="default" href={path('leads', child.openLeadId)} prefetch={false}>
        {t('openLeadOf', { name: child.name })}
      </Button>
    );
  }
  if (child.status === 'ACTIVE' || child.status === 'PENDING') {
    return (
      <span className={styles.children}>
        <Anchor component={Link} href={path('students', child.studentId)} prefetch={false}>
          {child.name}
        </Anchor>
        <StatusChip tone="good">{t('stage.ENROLLED')}</StatusChip>
      </span>
    );
  }
  return (
    <Button variant="default" onClick={onUse}>
      {t('itIs', { name: child.name })}
    </Button>
  );
}
