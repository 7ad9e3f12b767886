'use client';

import type { TimelineEntry } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { dayIn } from '../lib/days.ts';
import { useFormatting } from '../lib/formatting.tsx';
import { MoneyText } from './money.tsx';
import styles from './timeline.module.css';

/** What happened, newest first, one sentence each, under the day it happened on. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations('timeline');
  const format = useFormatting();
  const sentence = useSentence();
  if (entries.length === 0) return <p className={styles.nothing}>{t('nothing')}</p>;
  const days = Map.groupBy(entries, (entry) => dayIn(format.timezone, entry.at));
  return (
    <div className={styles.timeline}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={format.date(day)}>
          <h3>{format.day(day)}</h3>
          <ol>
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <p className={styles.sentence}>
                  {sentence(entry)}
                  {entry.amount && (
                    <>
                      {' '}
                      <MoneyText money={entry.amount} />
                    </>
                  )}
                </p>
                {entry.text && <p className={styles.text}>{entry.text}</p>}
                <p className={styles.meta}>
                  <time dateTime={entry.at}>{format.time(entry.at)}</time>
                  {entry.by && ` · ${entry.by.name}`}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const told = [
  'name',
  'from',
  'to',
  'outcome',
  'channel',
  'reason',
  'method',
  'planName',
  'sessionName',
  'count',
] as const;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** A kind nobody has written a sentence for is shown by its own words: `report-card.frozen` is "Report card frozen". */
function useSentence(): (entry: TimelineEntry) => string {
  const t = useTranslations('timeline');
  const format = useFormatting();
  const words = (value: unknown) => {
    if (typeof value === 'number') return value;
    if (typeof value !== 'string') return 'none';
    return isDay.test(value) ? format.dayMonth(value) : value;
  };
  return ({ kind, details }) => {
    const key = `kind.${kind}`;
    if (!t.has(key)) return plainWords(kind);
    const facts = told.map((name) => [name, words(details[name])]);
    return t(key, Object.fromEntries(facts));
  };
}

function plainWords(kind: string): string {
  const words = kind.replace(/[.\-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
