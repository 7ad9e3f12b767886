'use client';

import { normaliseName } from '@cartwheel/domain/names';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

import type { MatrixStore } from './matrix-store.ts';
import { groupsOf, type MatrixSkill } from './rating.ts';
import styles from './by-skill.module.css';
import { useReachedBy } from './use-cell.ts';

interface SkillListProps {
  skills: readonly MatrixSkill[];
  skillId: string;
  studentIds: readonly string[];
  store: MatrixStore;
  onPick: (skillId: string) => void;
}

/** All skills under their categories, with how many of the class have reached each; a few letters find one. */
export function SkillList({ skills, skillId, studentIds, store, onPick }: SkillListProps) {
  const t = useTranslations('progress');
  const [typed, setTyped] = useState('');
  const found = skills.filter(({ name }) => normaliseName(name).includes(normaliseName(typed)));
  return (
    <nav aria-label={t('skills')} className={styles.list}>
      <TextInput
        type="search"
        aria-label={t('findSkill')}
        placeholder={t('findSkill')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || !first) return;
          setTyped('');
          onPick(first.id);
        }}
      />
      {found.length === 0 && <p className={styles.nothing}>{t('noSkill', { typed })}</p>}
      {groupsOf(found).map((group) => (
        <div key={`${group.category} ${group.skills[0]?.id}`}>
          {group.category && (
            <h2 className={styles.category} dir="auto">
              {group.category}
            </h2>
          )}
          <ul>
            {group.skills.map((skill) => (
              <li key={skill.id}>
                <button
                  type="button"
                  className={styles.skill}
                  aria-current={skill.id === skillId || undefined}
                  onClick={() => onPick(skill.id)}
                >
                  <span dir="auto">{skill.name}</span>
                  <Reached {...{ studentIds, store }} skillId={skill.id} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type ReachedProps = Pick<SkillListProps, 'studentIds' | 'store' | 'skillId'>;

function Reached({ studentIds, store, skillId }: ReachedProps) {
  const t = useTranslations('progress');
  const reached = useReachedBy(store, studentIds, skillId);
  const all = studentIds.length;
  return (
    <span className={styles.reached}>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: all === 0 ? 0 : `${(100 * reached) / all}%` }} />
      </span>
      {t('reached', { reached, all })}
    </span>
  );
}
