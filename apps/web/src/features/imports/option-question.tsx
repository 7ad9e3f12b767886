'use client';

import type { Import } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useTerms } from '../../lib/terms.tsx';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';

/** What a file cannot say, with what happens unless another answer is chosen. */
const questions = {
  whenFull: ['STOP', 'WITHOUT_PLACE'],
  missingSession: ['REFUSE', 'CREATE'],
  onExisting: ['SKIP', 'UPDATE'],
  visits: ['KEEP', 'USE'],
} as const;
type Question = keyof typeof questions;

interface OptionQuestionProps {
  question: Question;
  found: Import;
  acts: ImportActs;
}

export function OptionQuestion({ question, found, acts }: OptionQuestionProps) {
  const t = useTranslations('imports');
  const terms = useTerms();
  const [usual, other] = questions[question];
  const { [question]: chosen, ...others } = found.defaults;
  return (
    <section className={`cw-card ${styles.question}`}>
      <ChoiceChips
        label={t(`option.${question}.question`, terms)}
        value={chosen === other ? other : usual}
        disabled={acts.isChanging}
        onChange={(value) => acts.change({ defaults: value === usual ? others : { ...others, [question]: value } })}
        choices={[
          { value: usual, label: t(`option.${question}.usual`, terms) },
          { value: other, label: t(`option.${question}.other`, terms) },
        ]}
      />
      <p className={styles.muted}>{t(`option.${question}.hint`, terms)}</p>
    </section>
  );
}

/** What is to be asked about this file. */
export function questionsOf({ kind, columns, defaults }: Import): Question[] {
  if (kind === 'ATTENDANCE') return ['missingSession', 'onExisting', 'visits'];
  const fillsBatches = columns.some(({ field }) => field === 'batch') || Boolean(defaults['batch']);
  return kind === 'STUDENTS' && fillsBatches ? ['whenFull'] : [];
}
