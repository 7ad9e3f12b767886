import {
  dateOrderOf,
  formatMoney,
  formatShortDate,
  initialsOf,
  inWholeUnits,
  parseMoney,
  parseShortDate,
} from './format.ts';

it('groups rupees in lakhs and leaves out paise that are none', () => {
  expect(formatMoney({ amountMinor: 12_600_000, currency: 'INR' }, 'en-IN')).toBe('₹1,26,000');
  expect(formatMoney({ amountMinor: 1_260_050, currency: 'INR' }, 'en-IN')).toBe('₹12,600.50');
  expect(formatMoney({ amountMinor: 500, currency: 'JPY' }, 'en')).toBe('¥500');
});

it('rounds to whole rupees and yen where an amount is only looked at', () => {
  expect(inWholeUnits(128_411_550, 'INR')).toBe(128_411_600);
  expect(inWholeUnits(501, 'JPY')).toBe(501);
});

it.each([
  ['12,600', 'INR', 1_260_000],
  ['₹1,26,000.5', 'INR', 12_600_050],
  ['.5', 'INR', null],
  ['12.345', 'INR', null],
  ['-5', 'INR', null],
  ['500', 'JPY', 500],
  ['1.234', 'KWD', 1234],
  ['', 'INR', null],
])('reads %j in %s as %j', (typed, currency, amountMinor) => {
  expect(parseMoney(typed, currency)).toBe(amountMinor);
});

it.each([
  ['21/11/2026', 'DMY', '2026-11-21'],
  ['21-11-26', 'DMY', '2026-11-21'],
  ['21112026', 'DMY', '2026-11-21'],
  ['11/21/2026', 'MDY', '2026-11-21'],
  ['2026-11-21', 'DMY', '2026-11-21'],
  ['5.3.98', 'DMY', '1998-03-05'],
  ['31/02/2026', 'DMY', null],
  ['29/02/2028', 'DMY', '2028-02-29'],
  ['21/11', 'DMY', null],
  ['soon', 'DMY', null],
] as const)('reads the date %j in %s as %j', (typed, order, day) => {
  expect(parseShortDate(typed, order)).toBe(day);
});

it('knows the order of a country and writes it back', () => {
  expect([dateOrderOf('en-IN'), dateOrderOf('en-US'), dateOrderOf('sv-SE')]).toEqual(['DMY', 'MDY', 'YMD']);
  expect(formatShortDate('2026-11-21', 'MDY')).toBe('11/21/2026');
});

it('takes initials from names in any script', () => {
  expect(initialsOf('Aarav Kumar Rao')).toBe('AR');
  expect(initialsOf('diya')).toBe('D');
  expect(initialsOf('आरव राव')).toBe('आरा');
  expect(initialsOf('  ')).toBe('');
});
