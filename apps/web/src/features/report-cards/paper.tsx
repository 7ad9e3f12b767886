'use client';

import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { PaperSkills } from './paper-skills.tsx';
import styles from './paper.module.css';
import type { Snapshot } from './queries.ts';
import { useTermWords } from './use-term-words.ts';

/** The card as it will be on paper, from the same snapshot as the PDF. */
export function Paper({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('report-cards');
  const format = useFormatting();
  const termOf = useTermWords();
  const { center, student, version, trainers, terms, summary, comments, issuedOn } = snapshot;
  const trainer = termOf(terms.trainer);
  return (
    <div className={styles.frame}>
      <article className={styles.paper} aria-label={t('preview')} style={{ '--brand': center.color }}>
        <span className={styles.band} />
        <header className={styles.head}>
          <div>
            <p className={styles.strong} dir="auto">
              {center.organization}
            </p>
            <p className={styles.soft} dir="auto">
              {center.name}
            </p>
          </div>
          <div className={styles.end}>
            <p className={styles.strong}>{t('paper.title')}</p>
            <p className={styles.soft}>
              {format.date(snapshot.period.from)} – {format.date(snapshot.period.to)}
            </p>
            {version !== null && version > 1 && (
              <p className={styles.soft}>{t('paper.replaces', { version, old: version - 1 })}</p>
            )}
          </div>
        </header>
        <h2>
          <bdi>{student.name}</bdi>
        </h2>
        <Facts snapshot={snapshot} trainer={trainer} />
        <Attendance attendance={snapshot.attendance} />
        {summary && <Remark title={t('paper.summary')} text={summary} />}
        <PaperSkills curricula={snapshot.curricula} />
        {comments && <Remark title={t('paper.comments', { trainer })} text={comments} />}
        <div className={styles.sign}>
          <p dir="auto">{[trainer, trainers.join(', ')].filter(Boolean).join(': ')}</p>
          <p>{t('paper.issuedOn', { day: format.date(issuedOn) })}</p>
        </div>
        <p className={styles.soft}>{snapshot.code ?? t('paper.genuine')}</p>
      </article>
    </div>
  );
}

function Facts({ snapshot: { student, batches, trainers }, trainer }: { snapshot: Snapshot; trainer: string }) {
  const t = useTranslations('report-cards');
  const facts = [
    student.ageYears === null ? '' : t('paper.years', { count: student.ageYears }),
    batches.join(', '),
    trainers.length > 0 ? `${trainer}: ${trainers.join(', ')}` : '',
  ];
  return (
    <p className={styles.soft} dir="auto">
      {facts.filter(Boolean).join(' · ')}
    </p>
  );
}

function Attendance({ attendance: { attended, late, absent, excused, percent } }: Pick<Snapshot, 'attendance'>) {
  const t = useTranslations('report-cards');
  const format = useFormatting();
  const tiles = [
    [t('paper.attendance'), percent === null ? '–' : format.percent(percent / 100)],
    [t('paper.attended', { late }), format.number(attended)],
    [t('paper.absent'), format.number(absent)],
    [t('paper.excused'), format.number(excused)],
  ];
  return (
    <>
      <dl className={styles.tiles}>
        {tiles.map(([label, value]) => (
          <div key={label} className={styles.tile}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.share} aria-hidden>
        <span style={{ width: `${percent ?? 0}%` }} />
      </div>
    </>
  );
}

function Remark({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h3>{title}</h3>
      <p dir="auto">{text}</p>
    </>
  );
}
