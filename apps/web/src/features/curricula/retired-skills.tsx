'use client';

import type { Skill } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import styles from './curricula.module.css';
import { useChangeSkill } from './queries.ts';

/** What is not taught any more; ratings of it stay. */
export function RetiredSkills({ skills }: { skills: readonly Skill[] }) {
  const t = useTranslations('curricula');
  const textOf = useProblemText();
  const { changed, isPending } = useChangeSkill();
  if (skills.length === 0) return null;
  const teachAgain = async (skill: Skill) => {
    try {
      await changed(skill, { retired: false });
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return (
    <details className={styles.retired}>
      <summary>{t('retiredSkills', { count: skills.length })}</summary>
      <ul className={styles.skills}>
        {skills.map((skill) => (
          <li key={skill.id} className={styles.retiredSkill}>
            <span dir="auto">{skill.name}</span>
            <Button
              variant="default"
              loading={isPending}
              aria-label={t('teachAgainName', { name: skill.name })}
              onClick={() => void teachAgain(skill)}
            >
              {t('teachAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
