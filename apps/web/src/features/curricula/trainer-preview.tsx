'use client';

import type { Skill, SkillLevel } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { FormCard } from '../../components/form-card.tsx';
import { LevelButtons } from '../../components/level-buttons.tsx';
import styles from './curricula.module.css';
import { groupsOf } from './skill-order.ts';

const MOST_CHIPS = 8;

/** What a trainer will tap; nothing of it is saved. */
export function TrainerPreview({ skills }: { skills: readonly Skill[] }) {
  const t = useTranslations('curricula');
  const [tried, setTried] = useState<ReadonlyMap<string, SkillLevel>>(new Map());
  const [chosen, setChosen] = useState('');
  const groups = groupsOf(skills);
  const group = groups.find(({ category }) => (category ?? '') === chosen) ?? groups[0];
  return (
    <aside className={styles.trainer} aria-label={t('previewTitle')}>
      <FormCard title={t('previewTitle')}>
        <p className={styles.hint}>{t('previewHint')}</p>
        {groups.length > 1 && (
          <ChoiceChips
            label={t('category')}
            hideLabel
            value={group?.category ?? ''}
            onChange={setChosen}
            choices={groups
              .slice(0, MOST_CHIPS)
              .map(({ category }) => ({ value: category ?? '', label: category ?? t('noCategory') }))}
          />
        )}
        {group?.skills.map((skill) => (
          <div key={skill.id} className={styles.tried}>
            <strong dir="auto">{skill.name}</strong>
            {skill.description && (
              <p className={styles.hint} dir="auto">
                {skill.description}
              </p>
            )}
            <LevelButtons
              label={skill.name}
              level={tried.get(skill.id) ?? 'NOT_STARTED'}
              onPick={(level) => setTried(new Map(tried).set(skill.id, level))}
            />
          </div>
        ))}
      </FormCard>
    </aside>
  );
}
