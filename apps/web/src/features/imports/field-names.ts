'use client';

import { useTranslations } from 'next-intl';
import { useTerms } from '../../lib/terms.tsx';

/** What a field of ours is called; a field that has no words yet keeps its technical name. */
export function useFieldNames(): (field: string) => string {
  const t = useTranslations('imports');
  const terms = useTerms();
  return (field) => (t.has(`field.${field}`) ? t(`field.${field}`, terms) : field);
}
