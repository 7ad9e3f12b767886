'use client';

import { useTranslations } from 'next-intl';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { MatrixViewProps } from './by-skill.tsx';
import styles from './grid.module.css';
import { GridFocus, HEAD, NAMES } from './grid-focus.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { useGridActs } from './use-grid-acts.ts';

/** From here on, rows that are out of sight are not laid out. */
const WIDE = 40;

/** Students by skills. One tap raises a cell; keys 1 to 4 set it, Enter and a long press open it. */
export const SkillGrid = memo(function SkillGrid({
  skills,
  students,
  store,
  acts,
  mayAssess,
  onSetAll,
}: MatrixViewProps) {
  const t = useTranslations('progress');
  const rows = useMemo(() => [HEAD, ...students.map((student) => student.studentId)], [students]);
  const columns = useMemo(() => [NAMES, ...skills.map((skill) => skill.id)], [skills]);
  const [focus] = useState(() => new GridFocus({ row: HEAD, column: NAMES }));
  const studentIds = useMemo(() => rows.slice(1), [rows]);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { row, column } = focus.place();
    // Tab has to find a cell also after the one it was on is filtered away.
    if (row !== HEAD && rows.includes(row) && columns.includes(column)) return;
    focus.move({ row: rows[1] ?? HEAD, column: columns[1] ?? NAMES });
  }, [focus, rows, columns]);
  const handlers = useGridActs({ grid, focus, lines: { rows, columns }, acts, mayAssess });
  return (
    <div className={styles.scroll}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells take the focus, one at a time */}
      <div
        ref={grid}
        role="grid"
        aria-label={t('grid')}
        aria-readonly={!mayAssess}
        aria-rowcount={students.length + 1}
        aria-colcount={skills.length + 1}
        className={styles.grid}
        data-wide={skills.length > WIDE || undefined}
        {...handlers}
      >
        <GridHead {...{ skills, studentIds, store, focus, onSetAll }} />
        <div role="rowgroup">
          {students.map((student) => (
            <GridRow key={student.studentId} {...{ student, skills, store, focus }} />
          ))}
        </div>
      </div>
    </div>
  );
});
