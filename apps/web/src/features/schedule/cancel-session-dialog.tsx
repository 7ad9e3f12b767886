'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { Button, Group, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { Dialog } from './dialog.tsx';
import { useCancelSession } from './queries.ts';
import styles from './schedule.module.css';

interface CancelSessionDialogProps {
  session: ClassSession;
  onClose: () => void;
  onDone: () => void;
}

export function CancelSessionDialog({ session, onClose, onDone }: CancelSessionDialogProps) {
  const t = useTranslations('schedule');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const cancel = useCancelSession(({ name }) => {
    toast.done(t('cancelForm.done', { name }));
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!reason.trim());
    if (reason.trim()) cancel.mutate({ params: { id: session.id }, body: { reason: reason.trim() } });
  };
  return (
    <Dialog title={t('cancelForm.title', { name: session.name })} onClose={onClose}>
      <form className={styles.stack} onSubmit={submit}>
        <p>
          <strong>{t('cancelForm.consequence', { count: session.seatsTaken })}</strong> {t('cancelForm.final')}
        </p>
        <ProblemNotice problem={cancel.error} />
        <Textarea
          label={t('cancelForm.reason')}
          data-autofocus
          maxLength={300}
          autosize
          minRows={2}
          value={reason}
          error={isMissing && t('cancelForm.reasonNeeded')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={12}>
          <Button variant="default" onClick={onClose}>
            {t('cancelForm.keep')}
          </Button>
          <Button type="submit" color="bad" loading={cancel.isPending}>
            {t('cancelForm.confirm')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
