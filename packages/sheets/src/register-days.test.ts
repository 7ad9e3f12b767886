import { suggestImport } from './suggest-import.ts';
import { interpretRows } from './interpret-rows.ts';
import { readWorkbook } from './read-workbook.ts';
import { datedHeaders } from './register-days.ts';
import { csv, styled, type Written, xlsx } from './test-files.ts';

const place = { country: 'IN', currency: 'INR' };
const options = { ...place, today: '2026-11-21', dateOrder: 'DMY' as const };
type Rows = (string | number | null)[][];

/** 'Asha 2026-08-04 PRESENT' for each mark that a file brings. */
function marksIn(bytes: Uint8Array, name = 'register.csv') {
  const found = suggestImport(readWorkbook(bytes, name), 'ATTENDANCE', place)!;
  return interpretRows('ATTENDANCE', found.table, found.columns, options).map(
    ({ mark, problems }) =>
      `${mark?.child.firstName} ${mark?.attendedOn} ${problems.map(({ code }) => code).join() || mark?.mark}`,
  );
}
const all = ['Asha 2026-08-04 PRESENT', 'Asha 2026-08-06 ABSENT', 'Asha 2026-08-11 LATE', 'Ben 2026-08-06 PRESENT'];
const marks: Rows = [
  [1, 'Asha Rao', 'P', 'A', 'L', 2],
  [2, 'Ben Das', '', '✓', '', 1],
];

describe('a register of the month', () => {
  it.each<[string, Rows]>([
    ['days alone below a month', [['Month: August 2026'], [], ['S.No', 'Name', '4', '6', '11', 'Total']]],
    ['days with their weekday', [['Attendance – Aug 2026'], ['No', 'Student', 'Tue 4', 'Thu 6', 'Tue 11', 'Total']]],
    ['the weekday after the day', [["Aug'26"], ['No', 'Student Name', '4 Tue', '6 Thu', '11 Tue', 'Total']]],
    [
      'day and month below a year',
      [
        ['Register 2026-27', '2026'],
        ['No', 'Child', '4 Aug', '6-Aug', 'Aug 11', 'Present'],
      ],
    ],
    ['numbers of day and month', [['August 2026'], ['No', 'Name', '04/08', '06/08', '11/08', 'Total']]],
    ['weekdays below the days', [['August, 2026'], ['No', 'Name', '4', '6', '11', 'Total'], ['', '', 'T', 'Th', 'T']]],
    ['whole dates', [['Register'], ['No', 'Name', '04/08/2026', '06/08/2026', '11/08/2026', 'Total']]],
  ])('is read with %s', (_, head) => {
    expect(marksIn(csv([...head, ...marks, ['', 'Total present', 1, 1, 1, 3]]))).toEqual(all);
  });

  it('is read with dates that are cells, and with its month as the name of the sheet', () => {
    const days: Written[] = [46238, 46240, 46245].map((serial) => styled(serial, 'date'));
    expect(marksIn(xlsx({ sheets: [{ rows: [['No', 'Name', ...days], ...marks] }] }), 'a.xlsx')).toEqual(all);
    const named = { name: 'Aug 2026', rows: [['No', 'Name', 4, 6, 11], ...marks] };
    expect(marksIn(xlsx({ sheets: [named] }), 'a.xlsx')).toEqual(all);
  });

  it('is told by the name of its file', () => {
    expect(marksIn(csv([['No', 'Name', 4, 6, 11], ...marks]), 'little-gym-aug-2026.csv')).toEqual(all);
  });

  it('is one row for each student and day as well', () => {
    const rows: Rows = [
      ['Date', 'Batch', 'Student', 'Mobile', 'Status', 'Remarks'],
      ['04/08/2026', 'Little Gym', 'Asha Rao', '', 'Present', ''],
      ['25/08/2026', 'Little Gym', 'Ben Das', '', 'Absent', 'Fever'],
      ['Total', '', '', '', '2', ''],
    ];
    expect(marksIn(csv(rows))).toEqual(['Asha 2026-08-04 PRESENT', 'Ben 2026-08-25 ABSENT']);
  });
});

describe('days that a header names in part', () => {
  const days = ['Name', '4', '6', '11'];

  it('stay as they are written where nothing, or too much, says of which month', () => {
    for (const titles of [[], ['Attendance'], ['2026'], ['July 2026', 'August 2026'], ['8/2026 days']])
      expect([titles, datedHeaders(days, titles)]).toEqual([titles, days]);
  });

  it('are days only in their order, and at least three', () => {
    expect(datedHeaders(['Name', '4', '6'], ['August 2026'])).toEqual(['Name', '4', '6']);
    expect(datedHeaders(['Name', '4', '3', '11'], ['August 2026'])).toEqual(['Name', '4', '3', '11']);
    expect(datedHeaders(['Name', '29', '30', '31'], ['June 2026'])).toEqual(['Name', '2026-06-29', '2026-06-30', '31']);
  });

  it('may go over the end of a month', () => {
    expect(datedHeaders(['30 Jul', '31 Jul', '1 Aug'], ['2026'])).toEqual(['2026-07-30', '2026-07-31', '2026-08-01']);
  });
});
