import type { CenterFigures } from './queries.ts';
import { leagueFile } from './league-file.ts';
import { figureOf, listOf, silentDays, sorted, trialsDown } from './league.ts';

function center(name: string, changes: Partial<CenterFigures> = {}): CenterFigures {
  const money = { amountMinor: 0, currency: 'INR' };
  const none = {
    newLeads: 0,
    trialsAttended: 0,
    enrolled: 0,
    activeStudents: 0,
    attendancePercent: null,
    expected: 20,
    seatsFilledPercent: null,
    renewalPercent: null,
    renewalsDue: 0,
    collected: money,
  };
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
    ...none,
    previous: none,
    attendance: [],
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

it('asks why when trials fall by a third, unless there were hardly any', () => {
  const before = (trialsAttended: number) => ({ previous: { ...center('A').previous, trialsAttended } });
  expect(trialsDown(center('A', { trialsAttended: 6, ...before(10) }))).toBeCloseTo(0.4);
  expect(trialsDown(center('A', { trialsAttended: 9, ...before(10) }))).toBeNull();
  expect(trialsDown(center('A', { trialsAttended: 0, ...before(4) }))).toBeNull();
});

it('leads from each number to its list, in the days that were looked at', () => {
  expect(listOf(center('Alpha'), 'newLeads', '2026-11-01', '2026-11-21')).toBe(
    '/c/alpha/leads?view=list&from=2026-11-01&to=2026-11-21',
  );
  expect(listOf(center('Alpha'), 'collected', '2026-11-01', '2026-11-21')).toBe(
    '/c/alpha/payments?tab=received&period=custom&from=2026-11-01&to=2026-11-21',
  );
});

it('leaves as a spreadsheet: shares in percent, money in plain decimals, nothing that runs', () => {
  const money = (amountMinor: number) => ({ amountMinor, currency: 'INR' });
  const named = { ...center('=cmd').center, city: 'Bengaluru, KA' };
  const figures = { newLeads: 7, trialsAttended: 8, enrolled: 3, activeStudents: 40, attendancePercent: 91.5 };
  const all = [center('=cmd', { center: named, ...figures, collected: money(123_450), due: money(5) })];
  expect(leagueFile(['Center', 'City'], all)).toBe(
    '\uFEFFCenter,City\r\n"\'=cmd","Bengaluru, KA",7,37.5,40,,91.5,,1234.50,0.05,INR\r\n',
  );
});
