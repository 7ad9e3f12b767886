'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import styles from './curricula.module.css';
import { NameInPlace } from './name-in-place.tsx';
import { useSkillDrop } from './skill-dragging.ts';

interface CategoryHeadProps {
  category: string | null;
  count: number;
  onRename: (name: string) => void;
  /** A skill put on the name goes to the end of the category. */
  onDrop: (id: string) => void;
}

export function CategoryHead({ category, count, onRename, onDrop }: CategoryHeadProps) {
  const t = useTranslations('curricula');
  const head = useRef<HTMLDivElement>(null);
  const isOver = useSkillDrop(head, onDrop);
  return (
    <div ref={head} className={styles.category} data-over={isOver || undefined}>
      {category === null ? (
        <h2>{t('noCategory')}</h2>
      ) : (
        <h2>
          <NameInPlace
            label={t('categoryName', { name: category })}
            name={category}
            maxLength={80}
            onRename={onRename}
          />
        </h2>
      )}
      <span className={styles.count}>{t('skillCount', { count })}</span>
    </div>
  );
}
