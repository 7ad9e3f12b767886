'use client';

import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconCloudOff, IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useProblemText } from '../../components/problem-notice.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toneOf, useAnswerWords } from './answer-words.ts';
import styles from './kiosk.module.css';
import type { CheckInResult } from './queries.ts';
import type { KioskAnswer } from './use-kiosk.ts';

interface KioskAnswerCardProps {
  answer: KioskAnswer;
  onClear: () => void;
}

const shapes = { good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, info: IconInfoCircle };

/** The name as large as it goes, and what was done in words: colour never stands alone. */
export function KioskAnswerCard({ answer, onClear }: KioskAnswerCardProps) {
  const t = useTranslations('check-ins');
  const tone = toneOf(answer);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- asked for on the same line
  const Shape = answer.kind === 'kept' ? IconCloudOff : tone in shapes ? shapes[tone as keyof typeof shapes] : null;
  return (
    <div className={styles.answer} data-tone={tone} data-testid="kiosk-answer">
      {Shape && <Shape className={styles.shape} stroke={1.6} aria-hidden />}
      <Words answer={answer} />
      {answer.kind !== 'asking' && (
        <button type="button" className={styles.next} onClick={onClear}>
          {t('next')}
        </button>
      )}
    </div>
  );
}

function Words({ answer }: { answer: KioskAnswer }) {
  const t = useTranslations('check-ins');
  const textOf = useProblemText();
  if (answer.kind === 'asking') return <Lines name={answer.name} headline={t('asking')} />;
  if (answer.kind === 'kept') return <Lines name={answer.name} headline={t('kept')} />;
  if (answer.kind === 'done') return <Done result={answer.result} />;
  const { code, detail, subject } = answer.problem;
  const title = `refused.${code}`;
  return (
    <Lines name={subject ?? null} headline={t.has(title) ? t(title) : textOf(answer.problem)}>
      {detail && <p className={styles.line}>{detail}</p>}
    </Lines>
  );
}

function Done({ result }: { result: CheckInResult }) {
  const words = useAnswerWords();
  return (
    <Lines name={result.student?.name ?? null} headline={words.headline(result)}>
      {result.notices.map((notice) => (
        <p key={notice.code} className={styles.line}>
          {words.notice(notice)}
        </p>
      ))}
      {result.warnings.length > 0 && (
        <p className={styles.chips}>
          {result.warnings.map(words.warning).map(({ tone, label }) => (
            <StatusChip key={label} tone={tone}>
              {label}
            </StatusChip>
          ))}
        </p>
      )}
    </Lines>
  );
}

function Lines({ name, headline, children }: { name: string | null; headline: string; children?: ReactNode }) {
  return (
    <div className={styles.words}>
      {name && (
        <h2 className={styles.name} dir="auto">
          {name}
        </h2>
      )}
      <p className={styles.headline}>{headline}</p>
      {children}
    </div>
  );
}
