import type { CenterFigures } from './queries.ts';
import { figureOf, silentDays, sorted, totalsOf } from './league.ts';

function center(name: string, changes: Partial<CenterFigures> = {}): CenterFigures {
  const money = { amountMinor: 0, currency: 'INR' };
  return {
    center: {
      id: name,
      name,
      slug: name.toLowerCase(),
      city: '',
      timezone: 'Asia/Kolkata',
      currency: 'INR',
      country: 'IN',
      locale: 'en-IN',
      address: null,
      phone: null,
      archivedAt: null,
      version: 1,
    },
    newLeads: 0,
    trialsAttended: 0,
    enrolled: 0,
    activeStudents: 0,
    attendancePercent: null,
    seatsFilledPercent: null,
    collected: money,
    due: money,
    lastAttendanceOn: null,
    ...changes,
  };
}

it('says nothing of a conversion from fewer than five trials', () => {
  expect(figureOf(center('A', { trialsAttended: 4, enrolled: 4 }), 'conversion')).toBeNull();
  expect(figureOf(center('A', { trialsAttended: 5, enrolled: 2 }), 'conversion')).toBe(0.4);
});

it('sorts either way, with unknown figures always last', () => {
  const all = [center('None'), center('Low', { attendancePercent: 60 }), center('High', { attendancePercent: 90 })];
  expect(sorted(all, 'attendance', true).map((one) => one.center.name)).toEqual(['High', 'Low', 'None']);
  expect(sorted(all, 'attendance', false).map((one) => one.center.name)).toEqual(['Low', 'High', 'None']);
  expect(sorted(all, 'name', false).map((one) => one.center.name)).toEqual(['High', 'Low', 'None']);
});

it('notices a center that has been silent for three days, unless nobody goes there', () => {
  const last = { lastAttendanceOn: '2026-11-16', activeStudents: 4 };
  expect(silentDays(center('A', last), '2026-11-21')).toBe(5);
  expect(silentDays(center('A', { ...last, lastAttendanceOn: '2026-11-19' }), '2026-11-21')).toBeNull();
  expect(silentDays(center('A', { ...last, activeStudents: 0 }), '2026-11-21')).toBeNull();
});

it('never adds amounts of different currencies', () => {
  const rupees = { amountMinor: 100, currency: 'INR' };
  const dollars = { amountMinor: 7, currency: 'USD' };
  const all = [
    center('A', { collected: rupees }),
    center('B', { collected: dollars }),
    center('C', { collected: rupees }),
  ];
  expect(totalsOf(all).collected).toEqual([
    { amountMinor: 200, currency: 'INR' },
    { amountMinor: 7, currency: 'USD' },
  ]);
});
