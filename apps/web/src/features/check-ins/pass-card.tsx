'use client';

import type { Student } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { toast } from '../../components/toasts.tsx';
import { useOpening } from '../../components/use-opening.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './pass-card.module.css';
import { openPass, usePassPicture, useReissue } from './queries.ts';

/** The QR code of a student, to show, to print, and to replace when it was lost. */
export function PassCard({ student }: { student: Pick<Student, 'id' | 'archivedAt'> }) {
  const t = useTranslations('check-ins');
  const { may } = useSession();
  if (!may('passes:read') || student.archivedAt) return null;
  return (
    <FormCard title={t('pass.title')}>
      <Pass studentId={student.id} />
    </FormCard>
  );
}

function Pass({ studentId }: { studentId: string }) {
  const t = useTranslations('check-ins');
  const confirm = useConfirm();
  const picture = usePassPicture(studentId);
  const print = useOpening(openPass);
  const { reissue, isPending, error } = useReissue(studentId, () => toast.done(t('pass.reissued')));
  const replace = async () => {
    const question = { title: t('pass.ask'), consequence: t('pass.consequence'), confirmLabel: t('pass.reissue') };
    if (await confirm({ ...question, isDangerous: true })) reissue();
  };
  return (
    <QueryView query={picture} failure={t('pass.failed')}>
      {(source) => (
        <div className={styles.pass}>
          {/* eslint-disable-next-line -- a drawing of a few kilobytes, made for this page */}
          <img src={source} alt={t('pass.alt')} className={styles.code} />
          <ProblemNotice problem={error} />
          <div className={styles.acts}>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              loading={print.isBusy}
              onClick={() => print.open(studentId)}
            >
              {t('pass.print')}
            </Button>
            <Button variant="subtle" color="ink" loading={isPending} onClick={() => void replace()}>
              {t('pass.reissue')}
            </Button>
          </div>
        </div>
      )}
    </QueryView>
  );
}
