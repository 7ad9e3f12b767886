'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { LevelShape, useLevelWords } from '../../components/skill-level.tsx';
import { Empty } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { isReached } from '../../lib/skill-levels.ts';
import { useTerms } from '../../lib/terms.tsx';
import { useRateStudent, useStudentSkills, type SkillsOfStudent } from './queries.ts';
import { RateSheet } from './rate-sheet.tsx';
import { groupsOf } from './rating.ts';
import { SkillHistory } from './skill-history.tsx';
import styles from './student-skills.module.css';

type StudentCurriculum = SkillsOfStudent['curricula'][number];
type StudentSkill = StudentCurriculum['skills'][number];

interface StudentSkillsProps {
  student: { id: string; name: string };
}

/** Everything one student learns, by curriculum and category; each skill opens its history. */
export function StudentSkills({ student }: StudentSkillsProps) {
  const t = useTranslations('progress');
  const terms = useTerms();
  const query = useStudentSkills(student.id);
  return (
    <QueryView query={query} failure={t('profile.failed')}>
      {({ curricula, mayAssess }) =>
        curricula.length === 0 ? (
          <Empty title={t('profile.empty')} text={t('profile.emptyText', terms)} />
        ) : (
          curricula.map((curriculum) => (
            <Checklist key={curriculum.id} student={student} curriculum={curriculum} mayAssess={mayAssess} />
          ))
        )
      }
    </QueryView>
  );
}

interface ChecklistProps extends StudentSkillsProps {
  curriculum: StudentCurriculum;
  mayAssess: boolean;
}

function Checklist({ student, curriculum, mayAssess }: ChecklistProps) {
  const t = useTranslations('progress');
  const [openId, setOpenId] = useState<string | null>(null);
  const { skills } = curriculum;
  const taught = skills.filter((skill) => !skill.retired);
  const open = skills.find((skill) => skill.id === openId);
  const reached = taught.filter((skill) => isReached(skill.level)).length;
  return (
    <section className={styles.curriculum}>
      <header className={styles.head}>
        <h3 dir="auto">{curriculum.name}</h3>
        {!curriculum.isCurrent && <StatusChip tone="ink">{t('profile.past')}</StatusChip>}
        <span>{t('profile.summary', { reached, all: taught.length })}</span>
      </header>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: taught.length === 0 ? 0 : `${(100 * reached) / taught.length}%` }} />
      </span>
      {groupsOf(taught).map((group) => (
        <div key={group.category ?? ''}>
          {group.category && (
            <h4 className={styles.category} dir="auto">
              {group.category}
            </h4>
          )}
          <SkillList skills={group.skills} onOpen={setOpenId} />
        </div>
      ))}
      <Retired skills={skills.filter((skill) => skill.retired)} onOpen={setOpenId} />
      {open && (
        <OpenSkill
          key={open.id}
          student={student}
          skill={open}
          mayAssess={mayAssess && !open.retired}
          onClose={() => setOpenId(null)}
        />
      )}
    </section>
  );
}

interface SkillListProps {
  skills: readonly StudentSkill[];
  onOpen: (id: string) => void;
}

function SkillList({ skills, onOpen }: SkillListProps) {
  const t = useTranslations('progress');
  const { word } = useLevelWords();
  const format = useFormatting();
  const changed = ({ changedAt, by }: StudentSkill) => {
    if (!changedAt) return '';
    const day = format.dayMonthOf(changedAt);
    return by ? t('changedBy', { day, name: by.name }) : t('changed', { day });
  };
  return (
    <ul className={styles.skills}>
      {skills.map((skill) => (
        <li key={skill.id}>
          <button type="button" aria-haspopup="dialog" onClick={() => onOpen(skill.id)}>
            <LevelShape level={skill.level} />
            <span className={styles.name} dir="auto">
              {skill.name}
            </span>
            <span className={styles.level}>
              {word(skill.level)}
              <small>{changed(skill)}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Retired({ skills, onOpen }: SkillListProps) {
  const t = useTranslations('progress');
  if (skills.length === 0) return null;
  return (
    <>
      <h4 className={styles.category}>{t('profile.retired')}</h4>
      <SkillList skills={skills} onOpen={onOpen} />
    </>
  );
}

interface OpenSkillProps extends StudentSkillsProps {
  skill: StudentSkill;
  mayAssess: boolean;
  onClose: () => void;
}

function OpenSkill({ student, skill, mayAssess, onClose }: OpenSkillProps) {
  const rate = useRateStudent(student.id, skill);
  return (
    <RateSheet
      studentName={student.name}
      skill={skill}
      level={skill.level}
      mayAssess={mayAssess}
      onRate={(level, notes) => rate(level, notes, onClose)}
      onClose={onClose}
    >
      <SkillHistory studentId={student.id} skillId={skill.id} />
    </RateSheet>
  );
}
