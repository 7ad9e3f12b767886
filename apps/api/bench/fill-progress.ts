import { SKILLS, type Step } from './sizes.ts';

/** Two of five skills of each student were rated once, in the last ten weeks. */
const rated = `bench.centers c, bench.students p, generate_series(0, ${SKILLS - 1}) skill
     where p.is_enrolled and (p.no * 7 + skill * 3) % 5 < 2`;
const level = `(array['IN_PROGRESS', 'ACHIEVED', 'MASTERED'])[(p.no + skill) % 3 + 1]`;
const at = `now() - (p.no + skill) % 70 * interval '1 day'`;

/** One curriculum of the organization, which every batch learns. */
export const fillProgress: Step[] = [
  [
    'curricula',
    `insert into curricula (id, organization_id, name) values (bench.id(20, 0, 0), bench.id(99, 0, 0), 'Gymnastics')`,
  ],
  [
    'skills',
    `insert into skills (id, organization_id, curriculum_id, name, category, position)
     select bench.id(21, 0, skill), bench.id(99, 0, 0), bench.id(20, 0, 0), 'Skill ' || skill, 'Category ' || skill / 10, skill + 1
     from generate_series(0, ${SKILLS - 1}) skill`,
  ],
  ['batches with a curriculum', `update batches set curriculum_id = bench.id(20, 0, 0)`],
  [
    'skill assessments',
    `insert into skill_assessments (center_id, id, student_id, skill_id, level, assessed_at, assessed_by)
     select c.id, bench.id(22, c.no, p.no * 64 + skill), bench.id(3, c.no, p.no), bench.id(21, 0, skill), ${level}, ${at}, bench.id(2, c.no, 2)
     from ${rated} order by c.no, p.no, skill`,
  ],
  [
    'skill progress',
    `insert into skill_progress (center_id, student_id, skill_id, level, assessment_id, changed_at)
     select c.id, bench.id(3, c.no, p.no), bench.id(21, 0, skill), ${level}, bench.id(22, c.no, p.no * 64 + skill), ${at}
     from ${rated} order by c.no, p.no, skill`,
  ],
];
