'use client';

import type { DeadReason, LeadCard, LeadStatus } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { LostSheet } from '../../components/lost-sheet.tsx';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useUrlState } from '../../lib/url-state.ts';
import { MoveSheet } from './move-sheet.tsx';
import { useLeadActs, useMoveOnBoard } from './queries-acts.ts';
import { deadReasons } from './stages.ts';

interface LeadMoves {
  /** At once where nothing more has to be known; else asks: why it is lost, which class to try, which plan. */
  move: (lead: LeadCard, to: LeadStatus) => void;
  /** Lets the person choose where to, by key or touch. */
  ask: (lead: LeadCard, allowed?: readonly LeadStatus[]) => void;
  isBusy: boolean;
  /** Stands once on the screen. */
  dialogs: ReactNode;
}

export function useLeadMoves(): LeadMoves {
  const t = useTranslations('leads');
  const router = useRouter();
  const path = useCenterPath();
  const { change } = useUrlState({ intro: '' });
  const [asked, setAsked] = useState<{ lead: LeadCard; allowed?: readonly LeadStatus[] } | null>(null);
  const [losing, setLosing] = useState<LeadCard | null>(null);
  const acts = useLeadActs();
  const run = useOptimisticMove();

  const move = (lead: LeadCard, to: LeadStatus) => {
    setAsked(null);
    if (to === lead.status) return;
    if (to === 'DEAD_LEAD') return setLosing(lead);
    if (to === 'ENROLLED') return router.push(path('leads', lead.id, 'convert'));
    if (to === 'INTRO_SCHEDULED') return change({ intro: lead.id });
    const done = t('moved', { name: lead.studentName, stage: t(`stage.${to}`) });
    void run({ lead, to, done, act: () => acts.moveTo(lead, to) });
  };
  const lose = (lead: LeadCard, reason: DeadReason, note: string) => {
    setLosing(null);
    const done = t('lost', { name: lead.studentName, reason: t(`reason.${reason}`) });
    const body = { reason, ...(note && { note }) };
    void run({ lead, to: 'DEAD_LEAD', done, act: () => acts.lose(lead.id, body) });
  };
  const dialogs = (
    <>
      {asked && <MoveSheet {...asked} onPick={(to) => move(asked.lead, to)} onClose={() => setAsked(null)} />}
      {losing && (
        <LostSheet
          title={t('loseName', { name: losing.studentName })}
          submitLabel={t('markLost')}
          reasons={deadReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          onLose={(reason, note) => lose(losing, reason, note)}
          onClose={() => setLosing(null)}
        />
      )}
    </>
  );
  const ask: LeadMoves['ask'] = (lead, allowed) => setAsked(allowed ? { lead, allowed } : { lead });
  return { move, ask, isBusy: acts.isBusy, dialogs };
}

interface Move {
  lead: LeadCard;
  to: LeadStatus;
  /** What is said afterwards, also by screen readers. */
  done: string;
  act: () => Promise<unknown>;
}

function useOptimisticMove() {
  const t = useTranslations('leads');
  const textOf = useProblemText();
  const showMoved = useMoveOnBoard();
  return async ({ lead, to, done, act }: Move) => {
    const putBack = await showMoved(lead, to);
    try {
      await act();
      toast.done(done);
    } catch (problem) {
      putBack();
      const why = problem instanceof Error ? textOf(problem) : '';
      toast.failed(t('notMoved', { name: lead.studentName, stage: t(`stage.${lead.status}`), why }));
    }
  };
}
