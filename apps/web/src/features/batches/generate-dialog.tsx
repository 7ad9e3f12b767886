'use client';

import { Button, Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { dayPlus } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import styles from './batches.module.css';
import { useGenerate } from './queries.ts';

const USUAL_DAYS = 84;

/** Plans the classes of all batches up to a day. */
export function GenerateDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('batches');
  const terms = useTerms();
  const format = useFormatting();
  const [until, setUntil] = useState<string | null>(() => dayPlus(format.today(), USUAL_DAYS));
  const generate = useGenerate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (until) generate.mutate({ body: { until } });
  };
  const { data } = generate;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('generateForm.title')}
      closeButtonProps={{ 'aria-label': t('generateForm.close'), size: 44 }}
    >
      <form className={styles.stack} onSubmit={submit}>
        <p>{t('generateForm.text', terms)}</p>
        <ProblemNotice problem={generate.error} />
        <DateField label={t('generateForm.until')} value={until} onChange={setUntil} min={format.today()} />
        <div role="status">
          {data && <strong>{t('generateForm.done', { count: data.created })}</strong>}
          {data && data.conflicts.length > 0 && (
            <>
              <p>{t('generateForm.conflicts', { count: data.conflicts.length })}</p>
              <ul className={styles.impact}>
                {data.conflicts.slice(0, 20).map(({ batchId, date, reason }) => (
                  <li key={`${batchId}${date}`}>{t('impact.conflict', { day: format.day(date), reason })}</li>
                ))}
              </ul>
            </>
          )}
        </div>
        <Button type="submit" size="lg" disabled={!until} loading={generate.isPending}>
          {t('generateForm.run')}
        </Button>
      </form>
    </Modal>
  );
}
