import { MakeUpPolicy } from '@cartwheel/contracts';
import { explanationOf, lastMoment, misfitOf, noCreditReason } from './make-ups.rules.ts';

const policy = MakeUpPolicy.parse({});
const startsAt = '2026-11-23T11:30:00.000Z';
const seat = { startsAt, isOfTerm: true, earned: 0 };
const hoursBefore = (hours: number) => new Date(Date.parse(startsAt) - hours * 3_600_000);

describe('an absence that is announced', () => {
  it('earns a make-up up to the last moment, and not a second later', () => {
    expect(noCreditReason(seat, policy, hoursBefore(4))).toBeNull();
    expect(noCreditReason(seat, policy, new Date(hoursBefore(4).getTime() + 1000))).toBe('TOO_LATE');
    expect(lastMoment(startsAt, { ...policy, noticeHours: 24 })).toEqual(hoursBefore(24));
  });

  it('earns none over the most of the period, for a plan of visits, or where there are none', () => {
    expect(noCreditReason({ ...seat, earned: 1 }, policy, hoursBefore(9))).toBeNull();
    expect(noCreditReason({ ...seat, earned: 2 }, policy, hoursBefore(9))).toBe('LIMIT_REACHED');
    expect(noCreditReason({ ...seat, isOfTerm: false }, policy, hoursBefore(9))).toBe('PLAN_NOT_ELIGIBLE');
    expect(noCreditReason(seat, { ...policy, enabled: false }, hoursBefore(9))).toBe('DISABLED');
  });

  it('says in words what follows', () => {
    expect(explanationOf(null, '2030-12-23', policy)).toBe('Earned a make-up, for a class until 2030-12-23');
    expect(explanationOf('TOO_LATE', null, { ...policy, noticeHours: 1 })).toBe(
      'No make-up: announced less than 1 hour before the class',
    );
    expect(explanationOf('LIMIT_REACHED', null, { ...policy, period: 'ENROLLMENT' })).toBe(
      'No make-up: 2 were earned already in this enrollment',
    );
  });
});

describe('a class', () => {
  const fit = { age: 5, ageMin: 4, ageMax: 6, curriculumId: null, ownCurriculumIds: [] };

  it.each([
    ['fits within the ages, both ends included', { age: 4 }, null],
    ['fits at the upper end', { age: 6 }, null],
    ['is not for younger ones', { age: 3 }, 'AGE'],
    ['is not for older ones', { age: 7 }, 'AGE'],
    ['fits whose age nobody knows', { age: null }, null],
    ['without ages fits all', { age: 90, ageMin: null, ageMax: null }, null],
    ['of another curriculum is another level', { curriculumId: 'b', ownCurriculumIds: ['a'] }, 'LEVEL'],
    ['of one of the own curricula fits', { curriculumId: 'b', ownCurriculumIds: ['a', 'b'] }, null],
    ['without a curriculum fits every level', { ownCurriculumIds: ['a'] }, null],
    ['with one fits who has none', { curriculumId: 'b' }, null],
  ])('%s', (_, change, misfit) => expect(misfitOf({ ...fit, ...change })).toBe(misfit));
});
