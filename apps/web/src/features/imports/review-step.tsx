'use client';

import type { Import } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { asksForBatch, BatchQuestion } from './batch-question.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { DateOrderQuestion } from './date-order-question.tsx';
import { CurriculumQuestion } from './curriculum-question.tsx';
import { Defaults } from './defaults.tsx';
import { useFieldNames } from './field-names.ts';
import { missingFields, needsLook, rowsIn } from './import-words.ts';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';
import { OptionQuestion, questionsOf } from './option-question.tsx';
import { SheetChoice } from './sheet-choice.tsx';
import { ValueTranslations } from './value-translations.tsx';

/**
 * What was recognised. When all of it is sure, the check is the next click and the details stay folded away;
 * otherwise what needs a look stands open.
 */
export function ReviewStep({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const isUnsure = needsLook(found);
  return (
    <>
      <Verdict found={found} acts={acts} isUnsure={isUnsure} />
      {found.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {found.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {found.dateSamples.length > 0 && !found.dateOrderProven && <DateOrderQuestion found={found} acts={acts} />}
      {asksForBatch(found) && <BatchQuestion found={found} acts={acts} />}
      {found.kind === 'SKILLS' && <CurriculumQuestion found={found} acts={acts} />}
      {questionsOf(found).map((question) => (
        <OptionQuestion key={question} question={question} found={found} acts={acts} />
      ))}
      <details className={`cw-card ${styles.fold}`} open={isUnsure || undefined}>
        <summary>{t('columns', { count: found.columns.length })}</summary>
        <ColumnsTable found={found} acts={acts} />
      </details>
      {found.values.length > 0 && (
        <details
          className={`cw-card ${styles.fold}`}
          open={found.values.some((one) => one.becomes === null) || undefined}
        >
          <summary>{t('translations', { count: found.values.length })}</summary>
          <ValueTranslations found={found} acts={acts} />
        </details>
      )}
      <details className={`cw-card ${styles.fold}`}>
        <summary>{t('sheetAndHeader')}</summary>
        <SheetChoice found={found} acts={acts} />
      </details>
      <details className={`cw-card ${styles.fold}`}>
        <summary>{t('defaults')}</summary>
        <Defaults found={found} acts={acts} />
      </details>
    </>
  );
}

function Verdict({ found, acts, isUnsure }: { found: Import; acts: ImportActs; isUnsure: boolean }) {
  const t = useTranslations('imports');
  const format = useFormatting();
  const nameOf = useFieldNames();
  const counts = {
    rows: format.number(rowsIn(found)),
    used: found.columns.filter((column) => column.field !== null).length,
    columns: found.columns.length,
  };
  const missing = missingFields(found);
  return (
    <section className={`cw-card ${styles.verdict}`}>
      <div>
        <h2>{t(isUnsure ? 'lookAtSome' : 'allRecognised')}</h2>
        <p>{t('recognised', counts)}</p>
        {missing.length > 0 && (
          <p role="alert" className={styles.problem}>
            {t('missingFields', { fields: missing.map(nameOf).join(', ') })}
          </p>
        )}
      </div>
      <Button size="lg" loading={acts.isChecking} disabled={missing.length > 0 || acts.isChanging} onClick={acts.check}>
        {t('runCheck')}
      </Button>
    </section>
  );
}
