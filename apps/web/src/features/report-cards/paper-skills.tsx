'use client';

import type { SkillLevel } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { useLevelWords } from '../../components/skill-level.tsx';
import { levels } from './card-words.ts';
import styles from './paper.module.css';
import type { Snapshot } from './queries.ts';

type Skill = Snapshot['curricula'][number]['categories'][number]['skills'][number];

/** The skills by curriculum and category: shape, word, and how far it moved. */
export function PaperSkills({ curricula }: Pick<Snapshot, 'curricula'>) {
  const t = useTranslations('report-cards');
  return (
    <>
      <h3>{t('paper.skills')}</h3>
      {curricula.length === 0 && <p className={styles.soft}>{t('paper.noSkills')}</p>}
      {curricula.map(({ name, categories }) => (
        <Fragment key={name}>
          {curricula.length > 1 && (
            <h4>
              <bdi>{name}</bdi>
            </h4>
          )}
          {categories.map((category) => (
            <Category key={category.name ?? ''} {...category} />
          ))}
        </Fragment>
      ))}
    </>
  );
}

function Category({ name, skills }: { name: string | null; skills: Skill[] }) {
  return (
    <>
      {name && (
        <h4>
          <bdi>{name}</bdi>
        </h4>
      )}
      <table className={styles.skills}>
        <tbody>
          {skills.map((skill, index) => (
            <SkillRow key={`${index}-${skill.name}`} skill={skill} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function SkillRow({ skill }: { skill: Skill }) {
  const t = useTranslations('report-cards');
  const { word } = useLevelWords();
  const steps = levels.indexOf(skill.level) - levels.indexOf(skill.before);
  const before = { level: word(skill.before) };
  return (
    <tr>
      <td dir="auto">{skill.name}</td>
      <td className={styles.level} data-level={skill.level}>
        <Shape level={skill.level} />
        {word(skill.level)}
      </td>
      <td>
        {steps !== 0 && (
          <>
            <span className={styles.change} data-up={steps > 0 || undefined} aria-hidden>
              {steps > 0 ? '▲' : '▼'}
            </span>
            {steps > 0 ? t('paper.up', before) : t('paper.down', before)}
          </>
        )}
      </td>
    </tr>
  );
}

/** As on paper: an empty, half and full circle, and a star. */
function Shape({ level }: { level: SkillLevel }) {
  return (
    <svg viewBox="0 0 20 20" className={styles.shape} aria-hidden fill="none" stroke="currentColor" strokeWidth={2}>
      {level === 'MASTERED' && (
        <path
          fill="currentColor"
          stroke="none"
          d="M10 .5l2.6 6.6 7.1.4-5.5 4.4 1.8 6.9L10 15l-6 3.8 1.8-6.9L.3 7.5l7.1-.4z"
        />
      )}
      {level === 'ACHIEVED' && <circle cx={10} cy={10} r={8} fill="currentColor" />}
      {level === 'IN_PROGRESS' && <path d="M10 2a8 8 0 0 0 0 16z" fill="currentColor" stroke="none" />}
      {(level === 'IN_PROGRESS' || level === 'NOT_STARTED') && <circle cx={10} cy={10} r={8} />}
    </svg>
  );
}
