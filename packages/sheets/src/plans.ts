import { longestMeaning, plainWords, vocabularyOf } from './wording.ts';

export const planTypes = ['PAY_PER_VISIT', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'CUSTOM'] as const;
export type PlanType = (typeof planTypes)[number];

export interface PlanReading {
  planType: PlanType;
  /** '10 visits' includes ten. */
  visits: number | null;
}

const PERIODS = vocabularyOf<PlanType>([
  ['WEEKLY', 'weekly, week, 1 week, one week, per week, wkly, semanal, wochentlich, hebdomadaire'],
  [
    'MONTHLY',
    `
      monthly, month, 1 month, one month, mthly, mnthly, per month, 30 days, 4 weeks, mly, mensual,
      monatlich, mensuel, masik, मासिक, 1m, 1 mth, 28 days, 31 days, 1 mo
    `,
  ],
  [
    'QUARTERLY',
    `
      quarterly, quarter, qtrly, qtly, qtr, 3 months, 3 month, three months, 3m, 90 days, 3 mths, 3
      mth, 12 weeks, 13 weeks, trimestral, trimestriel, vierteljahrlich, term, 3 mo
    `,
  ],
  [
    'YEARLY',
    `
      yearly, annual, annually, year, 1 year, one year, 12 months, 12 month, 1 yr, 12m, yrly, anual,
      jahrlich, annuel, 365 days, 52 weeks, varshik, वार्षिक, twelve months
    `,
  ],
  [
    'PAY_PER_VISIT',
    `
      pay per visit, per visit, drop in, dropin, pay as you go, payg, per class, pay per class,
      single visit, single class, walk in, one class, per session, class pack, visit pack, ppv
    `,
  ],
  ['CUSTOM', 'custom, half yearly, halfyearly, 6 months, 6 month, six months, 6m, 2 months, camp'],
]);

const VISITS =
  /(\d{1,3})\s*(?:visits?|class(?:es)?|sessions?|lessons?|clases|sesiones|stunden|seances|cours|credits?|pack|punch)/;

/** What a plan's name says, or null when it is a name of the center's own ('Gold'). */
export function parsePlan(text: string): PlanReading | null {
  const words = plainWords(text);
  const exact = planTypes.find((type) => plainWords(type) === words);
  if (exact) return { planType: exact, visits: null };

  const period = longestMeaning(words, PERIODS)?.meaning ?? null;
  const visits = VISITS.exec(words)?.[1];
  // '8 classes a month' is a month; '10 visits' alone is paid by the visit.
  if (visits !== undefined) return { planType: period ?? 'PAY_PER_VISIT', visits: Number(visits) };
  return period && { planType: period, visits: null };
}
