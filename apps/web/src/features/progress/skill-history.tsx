'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { LevelChip, useLevelWords } from '../../components/skill-level.tsx';
import { Loading } from '../../components/state-views.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Answer } from '../../lib/operations.ts';
import styles from './progress.module.css';
import { useSkillHistory } from './queries.ts';

interface SkillHistoryProps {
  studentId: string;
  skillId: string;
}

/** Every rating of one skill, newest first: who, when, in which class. */
export function SkillHistory({ studentId, skillId }: SkillHistoryProps) {
  const t = useTranslations('progress');
  const pages = useSkillHistory(studentId, skillId);
  const entries = pages.data?.pages.flatMap((page) => page.items);
  if (!entries && pages.error) {
    return <ErrorCard problem={pages.error} title={t('history.failed')} onRetry={() => void pages.refetch()} />;
  }
  if (!entries) return <Loading rows={2} />;
  return (
    <section className={styles.stack}>
      <h3 className={styles.heading}>{t('history.title')}</h3>
      {entries.length === 0 && <p className={styles.small}>{t('history.none')}</p>}
      <ol className={styles.history}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('history.earlier')}
        </Button>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: Answer<'listSkillHistory'>['items'][number] }) {
  const t = useTranslations('progress');
  const format = useFormatting();
  const { word } = useLevelWords();
  const { session, by } = entry;
  return (
    <li>
      <span className={styles.line}>
        <LevelChip level={entry.level} />
        <span className={styles.small}>{t('history.before', { level: word(entry.previousLevel) })}</span>
      </span>
      <span className={styles.small}>
        {by
          ? t('history.by', { when: format.dateTime(entry.assessedAt), name: by.name })
          : format.dateTime(entry.assessedAt)}
        {session && ` · ${t('history.in', { session: session.name, day: format.day(session.date) })}`}
      </span>
      {entry.notes && <span dir="auto">{entry.notes}</span>}
    </li>
  );
}
