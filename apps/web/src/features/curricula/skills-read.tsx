'use client';

import type { Skill } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { Empty } from '../../components/state-views.tsx';
import styles from './curricula.module.css';
import { groupsOf } from './skill-order.ts';

/** For those who may not change them: the skills as they are taught. */
export function SkillsRead({ skills }: { skills: readonly Skill[] }) {
  const t = useTranslations('curricula');
  if (skills.length === 0) {
    return (
      <div className="cw-card">
        <Empty title={t('noSkills')} />
      </div>
    );
  }
  return (
    <section className={styles.editor} aria-label={t('skills')}>
      {groupsOf(skills).map(({ category, skills: found }) => (
        <div key={category ?? ''} className={styles.group}>
          <div className={styles.category}>
            <h2 dir="auto">{category ?? t('noCategory')}</h2>
            <span className={styles.count}>{t('skillCount', { count: found.length })}</span>
          </div>
          <ol className={styles.skills}>
            {found.map((skill) => (
              <li key={skill.id} className={styles.read}>
                <span dir="auto">{skill.name}</span>
                {skill.description && (
                  <p className={styles.hint} dir="auto">
                    {skill.description}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
