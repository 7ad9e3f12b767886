'use client';

import type { AuditEntry } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { actOf } from './audit-acts.ts';

/** "Meera approved the discount of Aarav Sharma": an own sentence per record and act, else a general one. */
export function useSentence(): (entry: AuditEntry) => string {
  const t = useTranslations('audit');
  const terms = useTerms();
  const format = useFormatting();
  return (entry) => {
    const act = actOf(entry);
    const own = `sentence.${entry.entity}.${act}`;
    const entity = t.has(`entityOne.${entry.entity}`) ? t(`entityOne.${entry.entity}`, terms) : spoken(entry.entity);
    const amount = entry.after?.['amount_minor'] ?? entry.before?.['amount_minor'];
    const words = {
      ...terms,
      entity,
      actor: entry.actor?.name ?? t('system'),
      named: entry.label ? 'yes' : 'no',
      label: entry.label ?? '',
      amount: typeof amount === 'number' ? format.amount(Math.abs(amount)) : '',
      // What left, when something was exported.
      rows: Number(entry.after?.['rows'] ?? 0),
      kind: entry.entityId.replaceAll('-', ' '),
    };
    return t.has(own) ? t(own, words) : t(`general.${entry.action}`, words);
  };
}

function spoken(table: string): string {
  return table.replaceAll('_', ' ').replace(/s$/, '');
}
