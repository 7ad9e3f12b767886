import { assessmentsOf, type Known, refusalOf, type WantedLevel } from './assessing.rules.ts';

const known = (level?: 'IN_PROGRESS' | 'ACHIEVED', note: string | null = null): Known => ({
  students: new Map([
    ['aarav', { id: 'aarav', mayBeRated: true }],
    ['zoya', { id: 'zoya', mayBeRated: false }],
  ]),
  skills: new Map([
    ['wheel', { id: 'wheel', name: 'Cartwheel', retired: false }],
    ['kick', { id: 'kick', name: 'Monkey kick', retired: true }],
  ]),
  standings: new Map(level ? [['aarav wheel', { level, note }]] : []),
});

const wanted = (change: Partial<WantedLevel> = {}): WantedLevel => ({
  studentId: 'aarav',
  skillId: 'wheel',
  level: 'ACHIEVED',
  ...change,
});

describe('a rating', () => {
  it('goes from what was to what is; what was never rated was not started', () => {
    expect(assessmentsOf([wanted()], known())).toEqual([
      { studentId: 'aarav', skillId: 'wheel', level: 'ACHIEVED', previousLevel: 'NOT_STARTED', note: null },
    ]);
    expect(assessmentsOf([wanted()], known('IN_PROGRESS'))[0]!.previousLevel).toBe('IN_PROGRESS');
  });

  it('of the level that is there already is none, unless something else is noted', () => {
    expect(assessmentsOf([wanted()], known('ACHIEVED'))).toEqual([]);
    expect(assessmentsOf([wanted({ level: 'NOT_STARTED' })], known())).toEqual([]);
    expect(assessmentsOf([wanted({ notes: '' })], known('ACHIEVED', 'Both sides'))).toEqual([]);
    expect(assessmentsOf([wanted({ notes: 'Both sides' })], known('ACHIEVED', 'Both sides'))).toEqual([]);
    expect(assessmentsOf([wanted({ notes: 'Both sides' })], known('ACHIEVED'))).toHaveLength(1);
  });
});

describe('ratings are refused', () => {
  const refused = (update: WantedLevel, of: Known) => {
    const problem = refusalOf([wanted(), update], of);
    return [problem?.code, problem?.extras.errors?.map(({ path }) => path)];
  };

  it('for who or what is not known, and for what is not taught any more', () => {
    expect(refused(wanted({ studentId: 'nobody' }), known())).toEqual(['reference_not_found', ['updates.1.studentId']]);
    expect(refused(wanted({ skillId: 'nothing' }), known())).toEqual(['reference_not_found', ['updates.1.skillId']]);
    expect(refused(wanted({ skillId: 'kick' }), known())).toEqual(['reference_not_found', ['updates.1.skillId']]);
  });

  it('for students of other classes', () => {
    expect(refused(wanted({ studentId: 'zoya' }), known())).toEqual(['forbidden', ['updates.1.studentId']]);
  });

  it('when a level is lower and nobody says why', () => {
    const lower = wanted({ level: 'IN_PROGRESS' });
    const problem = refusalOf([lower], known('ACHIEVED'));
    expect([problem?.status, problem?.extras.errors?.[0]?.path]).toEqual([400, 'updates.0.notes']);
    expect(refusalOf([{ ...lower, notes: 'Lost it over the summer' }], known('ACHIEVED'))).toBeUndefined();
    expect(refusalOf([wanted({ level: 'MASTERED' })], known('ACHIEVED'))).toBeUndefined();
  });
});
