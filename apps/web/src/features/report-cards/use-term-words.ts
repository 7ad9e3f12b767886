'use client';

import { useTranslations } from 'next-intl';

/** A center's word for somebody, as the card froze it: `COACH` is Coach, whatever the center says today. */
export function useTermWords(): (term: string) => string {
  const t = useTranslations('terms');
  return (term) => {
    const word = t.has(`${term}.one`) ? t(`${term}.one`) : term;
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
}
