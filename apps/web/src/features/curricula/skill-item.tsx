'use client';

import type { Skill } from '@cartwheel/contracts';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import styles from './curricula.module.css';
import { NameInPlace } from './name-in-place.tsx';
import { useChangeSkill } from './queries.ts';
import type { DropPlace } from './skill-order.ts';
import { useDraggableSkill } from './skill-dragging.ts';

interface SkillItemProps {
  skill: Skill;
  onDrop: (id: string, place: DropPlace) => void;
  onOpen: (id: string) => void;
}

export function SkillItem({ skill, onDrop, onOpen }: SkillItemProps) {
  const t = useTranslations('curricula');
  const item = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const { isDragging, edge } = useDraggableSkill({ item, handle, id: skill.id, onDrop });
  const { changed } = useChangeSkill();
  const { name } = skill;
  return (
    <li
      ref={item}
      className={styles.skill}
      data-skill={skill.id}
      data-dragging={isDragging || undefined}
      data-edge={edge ?? undefined}
    >
      <button
        ref={handle}
        type="button"
        className={styles.handle}
        data-part="handle"
        aria-label={t('moveName', { name })}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={t('moveHint')}
        onClick={() => onOpen(skill.id)}
      >
        <IconGripVertical size={20} aria-hidden />
      </button>
      <NameInPlace
        label={t('nameOf', { name })}
        name={name}
        maxLength={120}
        onRename={(next) => changed(skill, { name: next })}
      />
      <button
        type="button"
        className={styles.handle}
        data-part="more"
        aria-label={t('moreFor', { name })}
        aria-haspopup="dialog"
        onClick={() => onOpen(skill.id)}
      >
        <IconDots size={20} aria-hidden />
      </button>
    </li>
  );
}
