import { beyondPlan, lastDayOf, lineOf, placesIn, wrongEnd, wrongStart } from './enrollments.rules.ts';

describe('the last day of a plan', () => {
  it('follows from its type', () => {
    expect(lastDayOf('WEEKLY', null, '2026-11-21')).toBe('2026-11-27');
    expect(lastDayOf('MONTHLY', null, '2026-11-21')).toBe('2026-12-20');
    expect(lastDayOf('QUARTERLY', null, '2026-11-21')).toBe('2027-02-20');
    expect(lastDayOf('YEARLY', null, '2026-11-21')).toBe('2027-11-20');
  });

  it('is clamped to the end of a short month', () => {
    expect(lastDayOf('MONTHLY', null, '2026-01-31')).toBe('2026-02-27');
  });

  it('is told by the validity first, and by nothing for visits alone', () => {
    expect(lastDayOf('MONTHLY', 10, '2026-11-21')).toBe('2026-11-30');
    expect(lastDayOf('PAY_PER_VISIT', null, '2026-11-21')).toBeNull();
  });
});

describe('the days of an enrollment', () => {
  it('begin at most 60 days ago and a year ahead', () => {
    expect(wrongStart('2026-09-22', '2026-11-21')).toBeNull();
    expect(wrongStart('2026-09-21', '2026-11-21')).toContain('60 days');
    expect(wrongStart('2027-11-21', '2026-11-21')).toBeNull();
    expect(wrongStart('2027-11-22', '2026-11-21')).toContain('a year');
  });

  it('end after they begin', () => {
    expect(wrongEnd('2026-11-21', '2026-11-21')).toBeNull();
    expect(wrongEnd('2026-11-21', '2026-11-20')).toContain('before');
    expect(wrongEnd('2026-11-21', '2076-11-20')).toContain('ten years');
  });
});

describe('what goes beyond the price list', () => {
  const plan = { priceMinor: 1000, endDate: '2026-12-20', visitsIncluded: 8, freezeDaysAllowed: 7 };

  it('is another price, a later end, more visits, or no plan at all', () => {
    expect(beyondPlan({ priceMinor: 999 }, plan)).toBe('price');
    expect(beyondPlan({ endDate: '2026-12-21' }, plan)).toBe('end date');
    expect(beyondPlan({ visitsIncluded: 9 }, plan)).toBe('visits');
    expect(beyondPlan({ freezeDaysAllowed: 8 }, plan)).toBe('number of freeze days');
    expect(beyondPlan({}, null)).toBe('price');
  });

  it('is not less of the same', () => {
    expect(
      beyondPlan({ priceMinor: 1000, endDate: '2026-12-01', visitsIncluded: 4, freezeDaysAllowed: 7 }, plan),
    ).toBeNull();
  });
});

describe('places', () => {
  const beginners = { id: 'a', name: 'Beginners', daysOfWeek: ['MON', 'WED'] as ('MON' | 'WED')[] };
  const advanced = { id: 'b', name: 'Advanced', daysOfWeek: ['WED', 'FRI'] as ('WED' | 'FRI')[] };

  it('are one per selected day in each batch that has it', () => {
    expect(placesIn([beginners, advanced], ['WED', 'FRI'])).toEqual([
      { batchId: 'a', weekday: 'WED' },
      { batchId: 'b', weekday: 'WED' },
      { batchId: 'b', weekday: 'FRI' },
    ]);
  });

  it('are refused for a day without a class, and for a batch without a selected day', () => {
    expect(placesIn([beginners], ['SUN'])).toMatchObject({ path: 'daysSelected' });
    expect(placesIn([beginners, advanced], ['MON'])).toMatchObject({ path: 'batchIds' });
  });
});

describe('the line of the invoice', () => {
  it('names plan and days in the words of the center', () => {
    const enrollment = { planName: 'Monthly', startDate: '2026-11-21', endDate: '2026-12-20' };
    expect(lineOf(enrollment, 'en-IN')).toBe('Monthly, 21 Nov 2026 – 20 Dec 2026');
    expect(lineOf({ ...enrollment, endDate: null }, 'en-IN')).toBe('Monthly, from 21 Nov 2026');
  });
});
