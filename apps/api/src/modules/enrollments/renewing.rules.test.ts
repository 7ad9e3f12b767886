import { predictedEnd, renewalStart, sameLength, wrongRenewalStart } from './renewing.rules.ts';

const today = '2026-11-21';
const pace = { today, startDate: '2026-09-01', endDate: null, visitsLeft: 4, usedLately: 12 };

describe('the end of a pack', () => {
  it('is where its visits run out at the pace of the last six weeks', () => {
    // Twelve visits in 42 days: one in three and a half days.
    expect(predictedEnd(pace)).toEqual({ endDate: '2026-12-05', unknown: null });
    expect(predictedEnd({ ...pace, visitsLeft: 1 })).toEqual({ endDate: '2026-11-25', unknown: null });
  });

  it('counts only the days since it began', () => {
    expect(predictedEnd({ ...pace, startDate: '2026-11-08', usedLately: 4 }).endDate).toBe('2026-12-05');
  });

  it('is at the latest its last day', () => {
    expect(predictedEnd({ ...pace, endDate: '2026-11-30' }).endDate).toBe('2026-11-30');
    expect(predictedEnd({ ...pace, endDate: '2026-12-30' }).endDate).toBe('2026-12-05');
  });

  it('cannot be told without visits, or in the first week', () => {
    expect(predictedEnd({ ...pace, usedLately: 0 })).toEqual({ endDate: null, unknown: 'NO_VISITS' });
    expect(predictedEnd({ ...pace, startDate: '2026-11-16' })).toEqual({ endDate: null, unknown: 'TOO_NEW' });
    expect(predictedEnd({ ...pace, startDate: '2026-11-15' }).unknown).toBeNull();
  });
});

describe('renewing', () => {
  const term = { ...pace, visitsLeft: null, endDate: '2026-11-30' };

  it('begins the day after the old one ends, or today if that has passed', () => {
    expect(renewalStart(term)).toBe('2026-12-01');
    expect(renewalStart({ ...term, endDate: '2026-11-20' })).toBe(today);
    expect(renewalStart({ ...term, endDate: '2026-10-01' })).toBe(today);
    expect(renewalStart({ ...term, endDate: today })).toBe('2026-11-22');
  });

  it('begins when the visits will have run out, or today when they have', () => {
    expect(renewalStart({ ...pace, endDate: '2027-02-28' })).toBe('2026-12-06');
    expect(renewalStart({ ...pace, usedLately: 0, endDate: '2027-02-28' })).toBe('2027-03-01');
    expect(renewalStart({ ...pace, usedLately: 0 })).toBe(today);
    expect(renewalStart({ ...pace, visitsLeft: 0, endDate: '2027-02-28' })).toBe(today);
  });

  it('does not overlap the old one by dates, but may begin before the visits are used', () => {
    expect(wrongRenewalStart('2026-11-30', term)).toContain('2026-11-30');
    expect(wrongRenewalStart('2026-12-01', term)).toBeNull();
    expect(wrongRenewalStart(today, { ...pace, endDate: '2027-02-28' })).toBeNull();
  });

  it('lasts as long as the old one did', () => {
    expect(sameLength({ startDate: '2026-09-01', endDate: '2026-09-30' }, '2026-12-05')).toBe('2027-01-03');
    expect(sameLength({ startDate: '2026-09-01', endDate: null }, '2026-12-05')).toBeNull();
  });
});
