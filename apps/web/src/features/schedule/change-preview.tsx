'use client';

import type { Batch, BatchImpact, ClassSession } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useFieldText } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import styles from './schedule.module.css';
import type { Asked, useRehearsal } from './use-session-change.ts';

interface ChangePreviewProps {
  batch: Batch | undefined;
  asked: Asked | null;
  rehearsal: ReturnType<typeof useRehearsal>;
  session: ClassSession;
}

/** In words: which classes move, who is told, and what stands in the way. Read out when it changes. */
export function ChangePreview({ asked, rehearsal: { impact, isFresh, problem }, session, batch }: ChangePreviewProps) {
  const t = useTranslations('schedule');
  return (
    <div className={styles.preview} aria-live="polite">
      {asked && <Refusal problem={problem} />}
      {!asked && <p>{t('change.nothing')}</p>}
      {asked && !problem && !isFresh && <p>{t('change.looking')}</p>}
      {asked && isFresh && !problem && (
        <>
          {impact && (
            <p>
              <Effects impact={impact} />
            </p>
          )}
          <p>
            <strong>{t('change.told', { count: toldOf(asked, session, impact) })}</strong>
          </p>
          {batch && asked.scope !== 'one' && asked.body.startTime && <EveryDay batch={batch} />}
          {impact && <Conflicts conflicts={impact.conflicts} />}
        </>
      )}
    </div>
  );
}

/** How many families hear of it: those with a seat in what moves or falls away. */
export function toldOf(asked: Asked, session: ClassSession, impact: BatchImpact | undefined): number {
  if (asked.scope !== 'one') return impact?.familiesTold ?? 0;
  const { date, startTime, endTime } = asked.body;
  return (date ?? startTime ?? endTime) === undefined ? 0 : session.seatsTaken;
}

export function Refusal({ problem }: { problem: Error | null }) {
  const t = useTranslations('schedule');
  const textOf = useFieldText();
  const first = problem instanceof ApiProblem ? problem.errors[0] : undefined;
  const full = problem instanceof ApiProblem ? problem.detail : undefined;
  return (
    <ProblemNotice
      problem={problem}
      words={{
        capacity_full: full ? t('change.full', { why: full }) : undefined,
        validation_failed: first && textOf(first),
      }}
    />
  );
}

function Effects({ impact }: { impact: BatchImpact }) {
  const t = useTranslations('schedule');
  const lines = [
    ...(impact.sessionsMoved > 0 ? [t('change.moved', { count: impact.sessionsMoved })] : []),
    ...(impact.sessionsRemoved > 0 ? [t('change.removed', { count: impact.sessionsRemoved })] : []),
    ...(impact.sessionsAdded > 0 ? [t('change.added', { count: impact.sessionsAdded })] : []),
  ];
  return lines.length > 0 ? lines.join(' ') : t('change.staying');
}

/** A batch has one time for all of its days. */
function EveryDay({ batch }: { batch: Batch }) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  return batch.daysOfWeek.length > 1 && <p className={styles.hint}>{t('change.everyDay', terms)}</p>;
}

/** Days with the same trouble in one line. */
function Conflicts({ conflicts }: { conflicts: BatchImpact['conflicts'] }) {
  const t = useTranslations('schedule');
  const format = useFormatting();
  if (conflicts.length === 0) return null;
  const alike = [...Map.groupBy(conflicts, ({ reason }) => reason)];
  return (
    <>
      <strong>{t('change.conflicts')}</strong>
      <ul>
        {alike.map(([reason, days]) => (
          <li key={reason}>
            {t('change.conflict', { reason, days: days.map(({ date }) => format.day(date)).join(' · ') })}
          </li>
        ))}
      </ul>
    </>
  );
}
