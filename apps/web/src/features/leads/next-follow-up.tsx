'use client';

import type { Lead } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DateChips, useDueOn } from '../../components/date-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenter } from '../../lib/center.tsx';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './lead-screen.module.css';
import { NextStepChip } from './next-step-chip.tsx';
import { useLeadActs } from './queries-acts.ts';

interface NextFollowUpProps {
  lead: Lead;
  mayWrite: boolean;
  onContact: (channel: 'CALL') => void;
}

export function NextFollowUp({ lead, mayWrite, onContact }: NextFollowUpProps) {
  const t = useTranslations('leads');
  const format = useFormatting();
  const textOf = useProblemText();
  const { timezone } = useCenter();
  const dueOn = useDueOn();
  const acts = useLeadActs();
  const [isOther, setOther] = useState(false);
  const plan = async (nextFollowUpAt: string | null) => {
    try {
      await acts.change(lead.id, { nextFollowUpAt });
      setOther(false);
      toast.done(t('followUpPlanned'));
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  const dueDay = lead.nextFollowUpAt && dayIn(timezone, lead.nextFollowUpAt);
  return (
    <FormCard title={t('nextFollowUp')}>
      <div className={styles.row}>
        <NextStepChip lead={lead} />
        {dueDay && <span>{format.day(dueDay)}</span>}
      </div>
      {mayWrite && (
        <>
          <DateChips disabled={acts.isBusy} onPick={(dueAt) => void plan(dueAt)} />
          {isOther ? (
            <DateField
              label={t('onAnotherDay')}
              min={format.today()}
              value={dueDay}
              onChange={(day) => {
                if (day && day !== dueDay) void plan(dueOn(day));
              }}
            />
          ) : (
            <div className={styles.row}>
              <Button variant="subtle" onClick={() => setOther(true)}>
                {t('anotherDay')}
              </Button>
              <Button variant="subtle" onClick={() => onContact('CALL')}>
                {t('logCall')}
              </Button>
            </div>
          )}
        </>
      )}
    </FormCard>
  );
}
