'use client';

import { useTranslations } from 'next-intl';
import { memo, useSyncExternalStore } from 'react';
import { Hidden } from '../../components/hidden.tsx';
import styles from './grid.module.css';
import { type GridFocus, HEAD, NAMES } from './grid-focus.ts';
import type { MatrixStore } from './matrix-store.ts';
import { groupsOf, type MatrixSkill } from './rating.ts';
import { useReachedBy } from './use-cell.ts';

interface GridHeadProps {
  skills: readonly MatrixSkill[];
  studentIds: readonly string[];
  store: MatrixStore;
  focus: GridFocus;
  onSetAll: (skillId: string) => void;
}

/** The skills above their columns; each opens what can be done for everybody at once. */
export const GridHead = memo(function GridHead({ skills, studentIds, store, focus, onSetAll }: GridHeadProps) {
  const t = useTranslations('progress');
  const active = useSyncExternalStore(
    focus.subscribe,
    () => focus.columnIn(HEAD),
    () => null,
  );
  return (
    <div className={styles.head} role="rowgroup">
      <div role="row" className={styles.row} aria-hidden>
        <span className={styles.corner} />
        {groupsOf(skills).map((group) => (
          <span
            key={`${group.category} ${group.skills[0]?.id}`}
            className={styles.category}
            style={{ '--columns': group.skills.length }}
          >
            <span dir="auto">{group.category}</span>
          </span>
        ))}
      </div>
      <div role="row" className={styles.row} data-row={HEAD}>
        <div role="columnheader" className={styles.corner} data-column={NAMES} tabIndex={active === NAMES ? 0 : -1}>
          {t('student')}
        </div>
        {skills.map((skill) => (
          <div role="columnheader" key={skill.id} className={styles.skill}>
            <button
              type="button"
              tabIndex={active === skill.id ? 0 : -1}
              data-column={skill.id}
              aria-haspopup="dialog"
              title={[skill.name, skill.category].filter(Boolean).join(' · ')}
              onClick={() => onSetAll(skill.id)}
            >
              <span dir="auto">{skill.name}</span>
              <Reached {...{ studentIds, store }} skillId={skill.id} />
            </button>
          </div>
        ))}
      </div>
    </div>
  );
});

function Reached({ studentIds, store, skillId }: Pick<GridHeadProps, 'studentIds' | 'store'> & { skillId: string }) {
  const t = useTranslations('progress');
  const reached = useReachedBy(store, studentIds, skillId);
  return (
    <b className="cw-number">
      <span aria-hidden>{reached}</span>
      <Hidden>{t('reached', { reached, all: studentIds.length })}</Hidden>
    </b>
  );
}
