'use client';

import type { Roster } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './roster-print.module.css';
import { byWeight, useWarningWords } from './warning-words.ts';

const BOXES = 8;

/** The sheet on paper; on the screen it is not even in the page, so that no name is found twice. */
export function RosterPrint({ roster }: { roster: Roster }) {
  const [printedAt, setPrintedAt] = useState<string | null>(null);
  useEffect(() => {
    // The browser draws the paper as soon as the listeners return.
    const start = () => flushSync(() => setPrintedAt(new Date().toISOString()));
    const end = () => setPrintedAt(null);
    const media = window.matchMedia('print');
    const follow = () => (media.matches ? start() : end());
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  return printedAt && <Paper roster={roster} printedAt={printedAt} />;
}

/** Names, alerts, the mark of this day and empty boxes for the next ones. */
function Paper({ roster: { session, rows }, printedAt }: { roster: Roster; printedAt: string }) {
  const t = useTranslations('attendance');
  const format = useFormatting();
  const wordsOf = useWarningWords();
  const boxes = Array.from({ length: BOXES - 1 }, (_, index) => index + 2);
  return (
    <div className={styles.sheet} aria-hidden>
      <p className={styles.title}>{session.name}</p>
      <p>
        {format.date(session.date)}, {format.time(session.startsAt)} – {format.time(session.endsAt)}{' '}
        {session.trainer?.name}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('sheet.name')}</th>
            <th>{t('sheet.alerts')}</th>
            <th className={styles.box}>{format.shortDate(session.date).slice(0, 5)}</th>
            {boxes.map((number) => (
              <th key={number} className={styles.box}>
                {'\u00a0'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.studentId}>
              <td dir="auto">{row.name}</td>
              <td dir="auto">{byWeight(row.warnings).map(wordsOf).join(', ')}</td>
              <td className={styles.box}>{row.mark && t(`letter.${row.mark}`)}</td>
              {boxes.map((number) => (
                <td key={number} className={styles.box}>
                  {'\u00a0'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('sheet.printed', { at: format.dateTime(printedAt) })}</p>
    </div>
  );
}
