'use client';

import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { Sheet } from '../../components/sheet.tsx';
import styles from './by-skill.module.css';
import type { MatrixStore } from './matrix-store.ts';
import type { MatrixSkill, Rating } from './rating.ts';
import { SkillList } from './skill-list.tsx';
import { SkillRow } from './skill-row.tsx';
import type { MatrixStudent } from './use-cell.ts';
import type { RatingActs } from './use-rating.ts';

export interface MatrixViewProps {
  skills: readonly MatrixSkill[];
  students: readonly MatrixStudent[];
  store: MatrixStore;
  acts: RatingActs;
  mayAssess: boolean;
  onSetAll: (skillId: string) => void;
  onRetry: (rating: Pick<Rating, 'studentId' | 'skillId'>) => void;
}

interface BySkillProps extends MatrixViewProps {
  skillId: string;
  onPickSkill: (skillId: string) => void;
}

/** One skill at a time for the whole class: pick it on the left, rate everybody on the right. */
export const BySkill = memo(function BySkill({ skillId, onPickSkill, ...view }: BySkillProps) {
  const t = useTranslations('progress');
  const { skills, students, store, mayAssess, onSetAll } = view;
  const [isListOpen, setListOpen] = useState(false);
  const at = Math.max(
    skills.findIndex((one) => one.id === skillId),
    0,
  );
  const skill = skills[at];
  if (!skill) return null;
  const studentIds = students.map((student) => student.studentId);
  const list = { skills, skillId: skill.id, studentIds, store };
  const step = (by: 1 | -1) => {
    const next = skills[at + by];
    if (next) onPickSkill(next.id);
  };
  return (
    <div className={styles.panes}>
      <div className={styles.side}>
        <SkillList {...list} onPick={onPickSkill} />
      </div>
      <section className={styles.class} aria-labelledby="skill-name">
        <header className={styles.header}>
          <button
            type="button"
            className={styles.step}
            aria-label={t('previous')}
            disabled={at === 0}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={22} aria-hidden />
          </button>
          <div className={styles.title}>
            <h2 id="skill-name" dir="auto">
              {skill.name}
            </h2>
            <p dir="auto">{[skill.category, skill.description].filter(Boolean).join(' · ')}</p>
          </div>
          <button
            type="button"
            className={styles.step}
            aria-label={t('next')}
            disabled={at === skills.length - 1}
            onClick={() => step(1)}
          >
            <IconChevronRight size={22} aria-hidden />
          </button>
          <div className={styles.acts}>
            <Button variant="default" size="lg" className={styles.pick} onClick={() => setListOpen(true)}>
              {t('pickSkill')}
            </Button>
            {mayAssess && (
              <Button variant="default" size="lg" onClick={() => onSetAll(skill.id)}>
                {t('setAll')}
              </Button>
            )}
          </div>
        </header>
        <ul className={styles.rows}>
          {students.map((student) => (
            <SkillRow key={student.studentId} {...view} student={student} skill={skill} />
          ))}
        </ul>
      </section>
      <Sheet title={t('pickSkill')} isOpen={isListOpen} onClose={() => setListOpen(false)}>
        <SkillList
          {...list}
          onPick={(id) => {
            setListOpen(false);
            onPickSkill(id);
          }}
        />
      </Sheet>
    </div>
  );
});
