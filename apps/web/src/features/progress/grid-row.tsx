'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { memo, useSyncExternalStore } from 'react';
import { LevelShape, useLevelWords } from '../../components/skill-level.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import styles from './grid.module.css';
import { type GridFocus, NAMES } from './grid-focus.ts';
import type { Cell, MatrixStore } from './matrix-store.ts';
import type { MatrixSkill } from './rating.ts';
import { type MatrixStudent, useCellLabel } from './use-cell.ts';

interface GridRowProps {
  student: MatrixStudent;
  skills: readonly MatrixSkill[];
  store: MatrixStore;
  focus: GridFocus;
}

const blank: Cell = { level: 'NOT_STARTED', changedAt: null, by: null, state: 'saved', isNews: false };

/** One student by all skills. Drawn again when a cell of it changes; of its cells only those that changed. */
export const GridRow = memo(function GridRow({ student, skills, store, focus }: GridRowProps) {
  const t = useTranslations('progress');
  const path = useCenterPath();
  const { studentId, name } = student;
  const row = useSyncExternalStore(
    store.subscribe,
    () => store.row(studentId),
    () => store.row(studentId),
  );
  const active = useSyncExternalStore(
    focus.subscribe,
    () => focus.columnIn(studentId),
    () => null,
  );
  const { letter } = useLevelWords();
  const labelOf = useCellLabel();
  return (
    <div role="row" className={styles.row} data-row={studentId}>
      <div role="rowheader" className={styles.name}>
        <Link
          href={`${path('students', studentId)}?tab=skills`}
          prefetch={false}
          tabIndex={active === NAMES ? 0 : -1}
          data-column={NAMES}
          dir="auto"
        >
          {name}
        </Link>
        {student.isGuest && <span className={styles.guest}>{t('guest')}</span>}
      </div>
      {skills.map((skill) => (
        <GridCell
          key={skill.id}
          skill={skill}
          name={name}
          cell={row.get(skill.id) ?? blank}
          isActive={active === skill.id}
          {...{ labelOf, letter }}
        />
      ))}
    </div>
  );
});

interface GridCellProps {
  skill: MatrixSkill;
  name: string;
  cell: Cell;
  isActive: boolean;
  labelOf: ReturnType<typeof useCellLabel>;
  letter: ReturnType<typeof useLevelWords>['letter'];
}

const GridCell = memo(function GridCell({ skill, name, cell, isActive, labelOf, letter }: GridCellProps) {
  return (
    <div
      role="gridcell"
      className={styles.cell}
      tabIndex={isActive ? 0 : -1}
      aria-label={labelOf(name, skill.name, cell)}
      data-column={skill.id}
      data-level={cell.level}
      data-letter={letter(cell.level)}
      data-state={cell.state === 'saved' ? undefined : cell.state}
      data-news={cell.isNews || undefined}
    >
      <LevelShape level={cell.level} />
    </div>
  );
});
