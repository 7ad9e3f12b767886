'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Initials } from '../../components/initials.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Student, useArchiving, useRenewable } from './queries.ts';
import { StudentForm } from './student-form.tsx';
import { statusTone, useWarningChips } from './student-words.ts';
import styles from './students.module.css';

export function StudentHeader({ student }: { student: Student }) {
  const t = useTranslations('students');
  const chips = useWarningChips(student.warnings);
  const age = student.ageYears;
  return (
    <>
      <PageHeader
        lead={<Initials name={student.name} />}
        title={student.name}
        subtitle={age === null ? undefined : t(student.ageIsApproximate ? 'aboutYears' : 'years', { count: age })}
        beside={
          <>
            {chips.map(({ key, tone, label }) => (
              <StatusChip key={key} tone={tone}>
                {label}
              </StatusChip>
            ))}
            {student.status !== 'PAUSED' && (
              <StatusChip tone={statusTone[student.status]}>{t(`is.${student.status}`)}</StatusChip>
            )}
          </>
        }
        actions={!student.archivedAt && <Acts student={student} />}
      />
      {student.archivedAt && <ArchivedBand student={student} />}
    </>
  );
}

function Acts({ student }: { student: Student }) {
  const t = useTranslations('students');
  const path = useCenterPath();
  const { may } = useSession();
  const textOf = useProblemText();
  const renewable = useRenewable(student.id, useFormatting().today(), may('renewals:write'));
  const [isEditing, setEditing] = useState(false);
  const { archive, restore, isPending } = useArchiving(student.id);
  useShortcut('e', t('edit'), () => setEditing(true), may('students:write'));
  const putAway = async () => {
    try {
      await archive();
      toast.undoable(t('archived', { name: student.name }), () => void restore());
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return (
    <>
      {may('students:archive') && (
        <Button variant="subtle" color="ink" loading={isPending} onClick={() => void putAway()}>
          {t('archive')}
        </Button>
      )}
      {may('students:write') && (
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
      )}
      {renewable && (
        <Button component={Link} href={path('renewals', renewable, 'renew')} prefetch={false}>
          {t('renew')}
        </Button>
      )}
      {student.openLeadId && may('leads:read') && (
        <Button component={Link} href={path('leads', student.openLeadId)} prefetch={false}>
          {t('openLead')}
        </Button>
      )}
      <Sheet
        title={t('editName', { name: student.name })}
        isOpen={isEditing}
        onClose={() => setEditing(false)}
        side="right"
      >
        <StudentForm student={student} onDone={() => setEditing(false)} />
      </Sheet>
    </>
  );
}

function ArchivedBand({ student }: { student: Student }) {
  const t = useTranslations('students');
  const { may } = useSession();
  const { restore, isPending } = useArchiving(student.id);
  return (
    <div className={styles.band} role="status">
      <p>{t('isArchived')}</p>
      {may('students:archive') && (
        <Button variant="default" loading={isPending} onClick={() => void restore()}>
          {t('restore')}
        </Button>
      )}
    </div>
  );
}
