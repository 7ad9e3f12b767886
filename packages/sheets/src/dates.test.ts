import type { DateOrder } from './dates.ts';
import { detectDateOrder, parseDate } from './dates.ts';
import type { Cell } from './workbook.ts';
import { textCell } from './workbook.ts';

const cells = (...texts: string[]): Cell[] => texts.map((text) => textCell(text));

describe('the order of day and month', () => {
  it.each([
    ['DMY', ['03/04/2026', '13/04/2026']],
    ['MDY', ['03/04/2026', '04/13/2026']],
    ['AMBIGUOUS', ['03/04/2026', '05/06/2026']],
    ['MIXED', ['13/04/2026', '04/13/2026']],
    ['YMD', ['2026-04-03', '2026-11-21']],
    ['DMY', ['2026-04-03', '24.11.2026']],
    ['DMY', ['03/03/2026']],
    ['YMD', ['12 Oct 2026', '', 'soon']],
    ['DMY', ['45/46/2026', '31/02/2026']],
    ['MDY', ['11/21/2026 10:30:15', '1/2/2026 9:05:00 PM']],
  ])('is %s for %j', (order, texts) => {
    expect(detectDateOrder(cells(...texts))).toBe(order);
  });

  it('is not guessed from what the workbook already knows to be dates', () => {
    expect(detectDateOrder([{ text: '2026-04-13', kind: 'DATE', number: 46125 }])).toBe('YMD');
  });
});

describe('reading a date', () => {
  it.each<[string, DateOrder, string]>([
    ['03/04/2026', 'DMY', '2026-04-03'],
    ['03/04/2026', 'MDY', '2026-03-04'],
    ['3.4.26', 'DMY', '2026-04-03'],
    ['24.11.2026', 'DMY', '2026-11-24'],
    ['2026/4/3', 'MDY', '2026-04-03'],
    ['2026-04-03T10:30:00.000Z', 'DMY', '2026-04-03'],
    ['20260403', 'DMY', '2026-04-03'],
    ['12 Oct 2026', 'MDY', '2026-10-12'],
    ['12-Oct-26', 'MDY', '2026-10-12'],
    ["12 Oct '26", 'MDY', '2026-10-12'],
    ['October 12, 2026', 'DMY', '2026-10-12'],
    ['Mar 5, 2026', 'DMY', '2026-03-05'],
    ['21st Nov 2026', 'DMY', '2026-11-21'],
    ['Sat, 21 Nov 2026', 'DMY', '2026-11-21'],
    ['2026-Nov-21', 'DMY', '2026-11-21'],
    ['3. März 2026', 'DMY', '2026-03-03'],
    ['3 de enero de 2026', 'DMY', '2026-01-03'],
    ['3 août 2026', 'DMY', '2026-08-03'],
    ['11/21/2026 10:30 AM', 'MDY', '2026-11-21'],
    ['45658', 'DMY', '2025-01-01'],
    ['26-11-21', 'YMD', '2026-11-21'],
  ])('finds %j in order %s', (text, order, date) => {
    expect(parseDate(textCell(text), order)).toEqual({ date });
  });

  it.each<[string, DateOrder, string]>([
    ['31/02/2026', 'DMY', 'impossible_date'],
    ['29/02/2025', 'DMY', 'impossible_date'],
    ['13/04/2026', 'MDY', 'impossible_date'],
    ['03/04/2026', 'YMD', 'ambiguous_date'],
    ['Apr-3', 'DMY', 'not_a_date'],
    ['12 Oct', 'DMY', 'not_a_date'],
    ['next week', 'DMY', 'not_a_date'],
    ['1/2/3', 'DMY', 'not_a_date'],
    ['60', 'DMY', 'not_a_date'],
    ['2019', 'DMY', 'not_a_date'],
    ['12 Jui 2026', 'DMY', 'not_a_date'],
    [`1/1/2026${' '.repeat(100)}x`, 'DMY', 'not_a_date'],
  ])('refuses %j in order %s', (text, order, fault) => {
    expect(parseDate(textCell(text), order)).toEqual({ fault });
  });

  it('takes serials of the workbook it stands in', () => {
    const serial: Cell = { text: '45658', kind: 'NUMBER', number: 45658 };
    expect(parseDate(serial, 'DMY')).toEqual({ date: '2025-01-01' });
    expect(parseDate(serial, 'DMY', { date1904: true })).toEqual({ date: '2029-01-02' });
  });

  it('wants four digits of a year of birth, and a sane time', () => {
    expect(parseDate(textCell('12/10/18'), 'DMY', { fourDigitYear: true })).toEqual({ fault: 'two_digit_year' });
    expect(parseDate(textCell('12 Oct 18'), 'DMY', { fourDigitYear: true })).toEqual({ fault: 'two_digit_year' });
    const limits = { notBefore: '1926-11-21', notAfter: '2026-11-21' };
    expect(parseDate(textCell('22/11/2026'), 'DMY', limits)).toEqual({ fault: 'too_late' });
    expect(parseDate(textCell('20/11/1926'), 'DMY', limits)).toEqual({ fault: 'too_early' });
  });
});
