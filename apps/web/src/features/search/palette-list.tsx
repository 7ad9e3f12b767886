'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './palette.module.css';
import type { PaletteGroup, PaletteItem } from './palette-items.ts';

interface PaletteListProps {
  groups: readonly PaletteGroup[];
  activeId: string | undefined;
  idOf: (item: PaletteItem) => string;
  onOpen: (item: PaletteItem) => void;
}

export function PaletteList({ groups, activeId, idOf, onOpen }: PaletteListProps): ReactNode {
  const t = useTranslations('search');
  return groups.map((group) => (
    <div key={group.id} role="group" aria-label={t(`groups.${group.id}`)}>
      <div className={styles.group} aria-hidden>
        {t(`groups.${group.id}`)}
      </div>
      {group.items.map((item) => (
        <div
          key={item.id}
          id={idOf(item)}
          role="option"
          tabIndex={-1}
          aria-selected={item.id === activeId}
          className={styles.option}
          onClick={() => onOpen(item)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen(item)}
        >
          <item.icon size={20} stroke={1.8} aria-hidden />
          <span className={styles.title}>{item.title}</span>
          {item.subtitle && <span className={styles.subtitle}>{item.subtitle}</span>}
        </div>
      ))}
    </div>
  ));
}
