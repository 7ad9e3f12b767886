import { aCell, aMatrix, aMatrixRow, asha } from '../../test/skill-cast.ts';
import { MatrixStore } from './matrix-store.ts';
import { cellId, type Rating } from './rating.ts';

const saving = (rating: Rating) =>
  new Map([[cellId(rating), { change: rating, state: 'saving' as const, problem: null, refusal: null }]]);
const raise: Rating = { studentId: 'student-Aarav', skillId: 'wheel', level: 'MASTERED' };

function aStore(readerId = 'reader') {
  const store = new MatrixStore(readerId);
  store.takeStored(aMatrix());
  return store;
}

it('makes a new row only for the student whose cell was tapped, and in it one new cell', () => {
  const store = aStore();
  const [aarav, diya] = [store.row('student-Aarav'), store.row('student-Diya')];
  store.takeUnsaved(saving({ ...raise, skillId: 'roll' }));
  expect(store.row('student-Diya')).toBe(diya);
  expect(store.row('student-Aarav')).not.toBe(aarav);
  expect(store.row('student-Aarav').get('wheel')).toBe(aarav.get('wheel'));
  expect(store.cell('student-Aarav', 'roll')).toMatchObject({ level: 'MASTERED', state: 'saving' });
});

it('shows what is stored again once nothing is on its way', () => {
  const store = aStore();
  store.takeUnsaved(saving(raise));
  store.takeUnsaved(new Map());
  expect(store.cell('student-Aarav', 'wheel')).toMatchObject({ level: 'IN_PROGRESS', state: 'saved' });
});

it('shows what is stored where the API refused', () => {
  const store = aStore();
  const refused = { change: raise, state: 'refused' as const, problem: null, refusal: null };
  store.takeUnsaved(new Map([[cellId(raise), refused]]));
  expect(store.cell('student-Aarav', 'wheel')).toMatchObject({ level: 'IN_PROGRESS', state: 'refused' });
});

it('knows what others changed from what the reader changed, until the reader taps it', () => {
  const later = { changedAt: '2026-11-21T10:40:00.000Z' };
  const store = aStore();
  store.takeStored({ rows: [aMatrixRow('Aarav', [aCell('wheel', 'ACHIEVED', later)])] });
  expect(store.cell('student-Aarav', 'wheel').isNews).toBe(true);
  store.takeUnsaved(saving(raise));
  expect(store.cell('student-Aarav', 'wheel').isNews).toBe(false);

  const own = aStore(asha.id);
  own.takeStored({ rows: [aMatrixRow('Aarav', [aCell('wheel', 'ACHIEVED', later)])] });
  expect(own.cell('student-Aarav', 'wheel').isNews).toBe(false);
});

it('counts how many have reached a skill, with what is not saved yet', () => {
  const store = aStore();
  const ids = ['student-Aarav', 'student-Diya', 'student-Kiara'];
  expect(store.reachedBy(ids, 'wheel')).toBe(1);
  store.takeUnsaved(saving(raise));
  expect(store.reachedBy(ids, 'wheel')).toBe(2);
});
