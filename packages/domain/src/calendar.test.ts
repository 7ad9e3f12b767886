import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  compareDates,
  daysBetween,
  eachDate,
  financialYear,
  instantOf,
  isLocalDate,
  isLocalTime,
  localDate,
  localOf,
  occurrences,
  todayIn,
  weekdayOf,
} from './calendar.ts';

const anyDate = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));

describe('a local date', () => {
  it('has a weekday', () => {
    expect(weekdayOf('2026-11-21')).toBe('SAT');
    expect(weekdayOf('2026-11-23')).toBe('MON');
  });

  it('must exist', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-2-3')).toBe(false);
    expect(isLocalDate('2026-01-01T00:00')).toBe(false);
    expect(localDate(2026, 2, 31)).toBeNull();
    expect(localDate(2026, 2, 3)).toBe('2026-02-03');
  });

  it('moves over months and years by days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
  });

  it('counts days the way it adds them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(compareDates(date, addDays(date, days))).toBe(Math.sign(-days) || 0);
      }),
      { numRuns: 50 },
    );
  });

  it('plus a month stays in that month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-10-31', 12)).toBe('2027-10-31');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('opens a range with both its ends', () => {
    expect(eachDate('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(eachDate('2026-03-01', '2026-02-27')).toEqual([]);
  });
});

describe('a time of day', () => {
  it('is written with 24 hours', () => {
    expect(['00:00', '09:05', '23:59'].every(isLocalTime)).toBe(true);
    expect(['24:00', '9:05', '12:60', '12:00:00'].some(isLocalTime)).toBe(false);
  });
});

describe('wall clock and instant', () => {
  it.each([
    ['2026-07-01', '16:00', 'Europe/London', '2026-07-01T15:00:00Z'],
    ['2026-12-01', '16:00', 'Europe/London', '2026-12-01T16:00:00Z'],
    ['2026-07-01', '16:00', 'America/New_York', '2026-07-01T20:00:00Z'],
    ['2026-12-01', '16:00', 'America/Los_Angeles', '2026-12-02T00:00:00Z'],
    ['2026-07-01', '16:00', 'Asia/Kolkata', '2026-07-01T10:30:00Z'],
  ])('agree on %s %s in %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toEqual({ instant, gap: false });
    expect(localOf(instant, zone)).toEqual({ date, time });
  });

  it.each([
    ['2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:30:00Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-03-08', '02:30', 'America/Los_Angeles', '2026-03-08T10:30:00Z'],
  ])('disagree where clocks skip %s %s in %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toEqual({ instant, gap: true });
  });

  it.each([
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-11-01', '01:30', 'America/Los_Angeles', '2026-11-01T08:30:00Z'],
  ])('mean the first of two when %s %s in %s happens twice', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toEqual({ instant, gap: false });
  });

  it('never skip in Kolkata', () => {
    expect(eachDate('2026-03-01', '2026-03-31').some((date) => instantOf(date, '02:30', 'Asia/Kolkata').gap)).toBe(
      false,
    );
  });

  it('keep a weekly class at its time across the change', () => {
    const starts = occurrences({ daysOfWeek: ['SUN'], from: '2026-03-22', until: '2026-04-05' }).map(
      (date) => instantOf(date, '10:00', 'Europe/London').instant,
    );
    expect(starts).toEqual(['2026-03-22T10:00:00Z', '2026-03-29T09:00:00Z', '2026-04-05T09:00:00Z']);
  });

  it('know that it is already tomorrow in Kolkata', () => {
    const now = new Date('2026-11-20T19:00:00Z');
    expect(todayIn('Asia/Kolkata', now)).toBe('2026-11-21');
    expect(todayIn('America/Los_Angeles', now)).toBe('2026-11-20');
  });
});

describe('a recurring class', () => {
  it('happens on its weekdays, except when the center is closed', () => {
    expect(
      occurrences({
        daysOfWeek: ['TUE', 'THU'],
        from: '2026-11-24',
        until: '2026-12-03',
        closures: ['2026-11-26'],
      }),
    ).toEqual(['2026-11-24', '2026-12-01', '2026-12-03']);
  });

  it('without weekdays never happens', () => {
    expect(occurrences({ daysOfWeek: [], from: '2026-11-01', until: '2026-11-30' })).toEqual([]);
  });
});

describe('age', () => {
  it('grows on the birthday', () => {
    expect(ageOn('2020-11-22', '2026-11-21')).toEqual({ years: 5, months: 11 });
    expect(ageOn('2020-11-21', '2026-11-21')).toEqual({ years: 6, months: 0 });
    expect(ageOn('2020-02-29', '2027-03-01')).toEqual({ years: 7, months: 0 });
  });

  it('does not exist before birth', () => {
    expect(() => ageOn('2026-11-22', '2026-11-21')).toThrow('before the date of birth');
  });
});

describe('the financial year', () => {
  it('starts in April in India', () => {
    expect(financialYear('2026-11-21', 4)).toEqual({
      from: '2026-04-01',
      to: '2027-03-31',
      label: '2026-27',
    });
    expect(financialYear('2026-03-31', 4).label).toBe('2025-26');
    expect(financialYear('1999-04-01', 4).label).toBe('1999-00');
  });

  it('is the calendar year when it starts in January', () => {
    expect(financialYear('2026-01-01', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31', label: '2026' });
  });
});
