import { type BatchTerms, type DayMove, type FutureSession, sortOut } from './session-replan.rules.ts';

/** Mondays and Wednesdays at five. */
const batch: BatchTerms = {
  id: 'tigers',
  name: 'Tigers',
  daysOfWeek: ['MON', 'WED'],
  startTime: '17:00',
  endTime: '18:00',
  capacity: 12,
  startsOn: null,
  endsOn: null,
  active: true,
  trainerUserId: 'ben',
};
const session = (date: string, changes: Partial<FutureSession> = {}): FutureSession => ({
  id: date,
  date,
  startTime: '17:00',
  endTime: '18:00',
  slot: date,
  trainerUserId: 'ben',
  studentIds: [],
  hasHistory: false,
  ...changes,
});
const monday = '2026-11-23';
const wednesday = '2026-11-25';
const sessions = [session(monday), session(wednesday)];
const stretch = (change: Partial<BatchTerms>) => ({
  from: monday,
  until: null,
  before: batch,
  after: { ...batch, ...change },
});
const idsOf = (change: Partial<BatchTerms>, of = sessions) => {
  const { moved, removed, retrained } = sortOut(of, stretch(change));
  return [moved.map((moving) => moving.session), removed, retrained].map((group) => group.map(({ id }) => id));
};
const toTuesday: DayMove = { from: monday, by: 1 };

describe('sessions of a batch that changes', () => {
  it('stay as they are when nothing about them changes', () => {
    expect(idsOf({ name: 'Lions' })).toEqual([[], [], []]);
  });

  it('move with its time', () => {
    expect(idsOf({ startTime: '16:00' })).toEqual([[monday, wednesday], [], []]);
  });

  it('fall away with its days, its first day, its last day, or itself', () => {
    expect(idsOf({ daysOfWeek: ['MON'] })).toEqual([[], [wednesday], []]);
    expect(idsOf({ startsOn: wednesday })).toEqual([[], [monday], []]);
    expect(idsOf({ endsOn: monday })).toEqual([[], [wednesday], []]);
    expect(idsOf({ active: false })).toEqual([[], [monday, wednesday], []]);
  });

  it('move to another day with the one they were on, or are shut out where the center is closed then', () => {
    const after = stretch({ daysOfWeek: ['TUE', 'WED'] });
    const { moved, shutOut } = sortOut(sessions, after, { ...toTuesday, closed: new Set() });
    expect(moved).toEqual([{ session: sessions[0], to: { date: '2026-11-24', startTime: '17:00', endTime: '18:00' } }]);
    expect(shutOut).toEqual([]);
    const onHoliday = sortOut(sessions, after, { ...toTuesday, closed: new Set(['2026-11-24', wednesday]) });
    expect([onHoliday.moved, onHoliday.shutOut.map(({ id }) => id)]).toEqual([[], [monday]]);
  });

  it('get its new trainer, unless a substitute takes them', () => {
    const substituted = [session(monday, { trainerUserId: 'mira' }), session(wednesday, { trainerUserId: null })];
    expect(idsOf({ trainerUserId: 'asha' }, substituted)).toEqual([[], [], [wednesday]]);
  });

  it('go their own way once they were moved by hand or added', () => {
    const own = [session(monday, { startTime: '09:00', endTime: '10:00' }), session(wednesday, { slot: null })];
    expect(idsOf({ startTime: '16:00', daysOfWeek: ['FRI'] }, own)).toEqual([[], [], []]);
    expect(idsOf({ active: false }, own)).toEqual([[], [monday, wednesday], []]);
  });
});
