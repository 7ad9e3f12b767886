'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { Hidden } from '../../components/hidden.tsx';
import { FilteredEmpty } from '../../components/state-views.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { BySkill } from './by-skill.tsx';
import { FinishedBand } from './finished-band.tsx';
import { MatrixBar } from './matrix-bar.tsx';
import { MatrixFilters } from './matrix-filters.tsx';
import { cellId, type Rating } from './rating.ts';
import { RateSheet } from './rate-sheet.tsx';
import { SetAllSheet } from './set-all-sheet.tsx';
import { SkillGrid } from './skill-grid.tsx';
import { SkillHistory } from './skill-history.tsx';
import { Troubles } from './troubles.tsx';
import { noChoice, useShownMode, useShownStudents } from './use-matrix-view.ts';
import { useRating } from './use-rating.ts';

/** The matrix in its two shapes, with what stands around it. */
export function Matrix({ matrix }: { matrix: SkillMatrix }) {
  const t = useTranslations('progress');
  const { values, change } = useUrlState(noChoice);
  const choose = useMemo(
    () => ({
      mode: (mode: string) => change({ mode }),
      who: (who: string) => change({ who }),
      skill: (skill: string) => change({ skill }),
      category: (category: string) => change({ category }),
    }),
    [change],
  );
  const mode = useShownMode(values.mode);
  const { who, students } = useShownStudents(matrix, values.who);
  const rating = useRating(matrix);
  const { store, queue, acts } = rating;
  const [setAllId, setSetAllId] = useState<string | null>(null);
  const retry = useCallback((one: Pick<Rating, 'studentId' | 'skillId'>) => queue.retry(cellId(one)), [queue]);
  // By skill, the list itself stands under its categories.
  const category = mode === 'grid' && matrix.categories.includes(values.category) ? values.category : '';
  const skills = useMemo(
    () => (category ? matrix.skills.filter((skill) => skill.category === category) : matrix.skills),
    [matrix.skills, category],
  );
  const view = { skills, students, store, acts, mayAssess: matrix.mayAssess, onSetAll: setSetAllId, onRetry: retry };
  const setAllSkill = matrix.skills.find((skill) => skill.id === setAllId);
  return (
    <>
      <MatrixFilters
        {...{ matrix, mode, who, category }}
        onMode={choose.mode}
        onWho={choose.who}
        onCategory={choose.category}
      />
      <FinishedBand matrix={matrix} studentId={rating.finished} onClose={rating.closeFinished} />
      <Troubles {...{ matrix, queue }} onOpen={acts.open} />
      {students.length === 0 && (
        <div className="cw-card">
          <FilteredEmpty title={t(`nobody.${who}`)} onClear={() => choose.who('all')} />
        </div>
      )}
      {students.length > 0 && mode === 'skill' && (
        <BySkill {...view} skillId={values.skill} onPickSkill={choose.skill} />
      )}
      {students.length > 0 && mode === 'grid' && <SkillGrid {...view} />}
      <MatrixBar queue={queue} onUndo={rating.undo} mayAssess={matrix.mayAssess} />
      <div role="status" aria-live="polite">
        <Hidden>{rating.said}</Hidden>
      </div>
      <AskedSheet matrix={matrix} rating={rating} />
      {setAllSkill && (
        <SetAllSheet
          skill={setAllSkill}
          studentIds={students.map((student) => student.studentId)}
          arePresent={who === 'present'}
          mayAssess={matrix.mayAssess}
          store={store}
          onRate={rating.rate}
          onClose={() => setSetAllId(null)}
        />
      )}
    </>
  );
}

function AskedSheet({ matrix, rating }: { matrix: SkillMatrix; rating: ReturnType<typeof useRating> }) {
  const { asked, store } = rating;
  const student = matrix.rows.find((row) => row.studentId === asked?.studentId);
  const skill = matrix.skills.find((one) => one.id === asked?.skillId);
  if (!asked || !student || !skill) return null;
  const { studentId } = student;
  return (
    <RateSheet
      key={cellId(asked)}
      studentName={student.name}
      skill={skill}
      level={store.cell(studentId, skill.id).level}
      asked={asked.level}
      mayAssess={matrix.mayAssess}
      onRate={(level, notes) => rating.rate([{ studentId, skillId: skill.id, level, ...(notes && { notes }) }])}
      onClose={rating.closeAsked}
    >
      <SkillHistory studentId={studentId} skillId={skill.id} />
    </RateSheet>
  );
}
