import { codes, fromCsv, fromXlsx, interpret, warnings } from './test-imports.ts';
import type { Written } from './test-files.ts';
import { styled, xlsx } from './test-files.ts';

const LEADS = ['Child', 'DOB', 'Mother', 'Mobile'];
const STUDENTS = ['Child', 'Mother', 'Mobile', 'Plan', 'Start', 'End', 'Fees'];
const ASHA = ['Asha Rao', '13/05/2019', 'Meera Rao', '9876543210'];

describe('a row that cannot be imported', () => {
  it.each([
    ['DOB', '13/05/19', 'two_digit_year', 'Row 3, DOB: “13/05/19” needs a year of four digits.'],
    ['DOB', '22/11/2026', 'date_too_late', 'Row 3, DOB: “22/11/2026” is too far in the future.'],
    ['DOB', '22/11/1899', 'date_too_early', 'Row 3, DOB: “22/11/1899” is too long ago.'],
    ['DOB', 'Apr-3', 'not_a_date', 'Row 3, DOB: “Apr-3” is not a date.'],
    ['Mobile', '12345', 'invalid_phone', 'Row 3, Mobile: “12345” is not a phone number.'],
    ['Mobile', '#REF!', 'formula_error', 'Row 3, Mobile: “#REF!” is the error of a formula.'],
    [
      'Mobile',
      '9.19876E+11',
      'damaged_phone',
      'Row 3, Mobile: “9.19876E+11” is a phone number whose last digits a spreadsheet has lost: type it again.',
    ],
    ['Child', '', 'missing_name', 'Row 3 has no name of a child.'],
    ['Child', 'x'.repeat(10_001), 'cell_too_long', 'Row 3 has a cell with more than 10,000 characters.'],
  ])('because of %s says so', (column, text, code, message) => {
    const ben = ['Ben Paul', '14/05/2019', 'Ann Paul', '9876543211'];
    const row = ben.map((value, index) => (LEADS[index] === column ? text : value));
    const [first, second] = fromCsv('LEADS', [LEADS, ASHA, row]);
    expect(first?.outcome).toBe('OK');
    expect(second?.outcome).toBe('ERROR');
    expect(second?.problems).toContainEqual(expect.objectContaining({ code, message }));
  });

  it('is still shown as far as it could be read', () => {
    const [row] = fromCsv('STUDENTS', [
      STUDENTS,
      ['Asha Rao', 'Meera', '123', 'Monthly', '13/10/2026', '12/10/2026', '7,000'],
    ]);
    expect(codes(row)).toEqual(['invalid_phone', 'ends_before_start']);
    expect(row?.student).toMatchObject({ child: { firstName: 'Asha' }, planType: 'MONTHLY', feesMinor: 700_000 });
  });

  it('has money nobody can read', () => {
    const rows = ['5e3', '12.345', '-500', 'free'].map((fees) => [
      'Asha',
      'Meera',
      '9876543210',
      'Monthly',
      '13/10/2026',
      '',
      fees,
    ]);
    const read = fromCsv('STUDENTS', [
      STUDENTS,
      ...rows,
      ['Ben', 'Ann', '9876543211', 'Monthly', '13/10/2026', '', '7,000'],
    ]);
    expect(read.map(codes)).toEqual([...rows.map(() => ['invalid_amount']), []]);
  });

  it('has the error of a formula in a workbook', () => {
    const broken = { raw: '<c t="e"><v>#N/A</v></c>' };
    const [row] = fromXlsx('LEADS', [LEADS, ['Asha', broken, 'Meera', 9876543210]]);
    expect(codes(row)).toEqual(['formula_error']);
    expect(row?.lead?.guardians).toMatchObject([{ phone: { e164: '+919876543210' } }]);
  });
});

describe('dates of a file', () => {
  it('are read in the order the person chose', () => {
    const rows = [LEADS, ['Asha', '03/04/2019', 'Meera', '9876543210']];
    expect(fromCsv('LEADS', rows, { dateOrder: 'MDY' })[0]?.lead?.child.dob).toBe('2019-03-04');
    expect(fromCsv('LEADS', rows, { dateOrder: 'DMY' })[0]?.lead?.child.dob).toBe('2019-04-03');
  });

  it('are those of its own calendar', () => {
    const rows: Written[][] = [
      LEADS,
      ['Asha', styled(42_000, 'date'), 'Meera', 9876543210],
      ['Ben', 42_000, 'Ann', 9876543211],
    ];
    const workbook = (date1904: boolean) => interpret('LEADS', xlsx({ date1904, sheets: [{ rows }] }), 'a.xlsx');
    expect(workbook(false).map(({ lead }) => lead?.child.dob)).toEqual(['2014-12-27', '2014-12-27']);
    expect(workbook(true).map(({ lead }) => lead?.child.dob)).toEqual(['2018-12-28', '2018-12-28']);
  });

  it('are one by one wrong where they contradict the others', () => {
    const rows = [LEADS, ASHA, ['Ben', '05/14/2019', 'Ann', '9876543211']];
    expect(fromCsv('LEADS', rows).map(codes)).toEqual([[], ['impossible_date']]);
  });
});

describe('the same child twice', () => {
  const people = (...rows: string[][]) => fromCsv('LEADS', [LEADS, ...rows]);

  it('is a repeat, however it is written', () => {
    const [first, second, third] = people(
      ASHA,
      ['ASHA  RAO ', '', 'M Rao', '+91 98765 43210'],
      ['asha rao', '13-05-2019', '', '080-41362324 / 09876543210'],
    );
    expect(first?.outcome).toBe('OK');
    expect([second, third].map((row) => row?.outcome)).toEqual(['SKIP', 'SKIP']);
    expect(second?.repeatOf).toEqual({ sheet: 'list', rowNumber: 2, child: null });
    expect(second?.warnings.at(-1)?.message).toBe('Row 3 repeats row 2: the same child and phone.');
  });

  it('is not a twin, a namesake or a child with another birthday', () => {
    const read = people(
      ASHA,
      ['Isha Rao', '13/05/2019', 'Meera Rao', '9876543210'],
      ['Asha Rao', '13/05/2019', 'Leela Rao', '9876543299'],
      ['Asha Rao', '14/05/2020', 'Meera Rao', '9876543210'],
      ['Asha Rao', '13/05/2019', 'Meera Rao', ''],
    );
    expect(read.map(({ outcome }) => outcome)).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
    expect(warnings(read[4])).toEqual(['missing_phone']);
  });

  it('counts when the first row had an error', () => {
    const [bad, good] = people(['Asha Rao', '31/02/2019', 'Meera', '9876543210'], ASHA);
    expect([bad?.outcome, good?.outcome]).toEqual(['ERROR', 'OK']);
  });

  it('is one student with two terms', () => {
    const term = (start: string, end: string) => ['Asha', 'Meera', '9876543210', 'Quarterly', start, end, '500'];
    const [first, second, third] = fromCsv('STUDENTS', [
      STUDENTS,
      term('13/01/2026', '12/04/2026'),
      term('13/04/2026', '12/07/2026'),
      term('13/04/2026', '12/07/2026'),
    ]);
    expect([first, second, third].map((row) => row?.outcome)).toEqual(['OK', 'OK', 'SKIP']);
    expect(second?.sameChildAs).toMatchObject({ rowNumber: 2 });
    expect(third?.repeatOf).toMatchObject({ rowNumber: 3 });
  });
});

describe('a lead without a status', () => {
  it.each([
    ['20/11/2026', 'Y', 'INTRO_ATTENDED'],
    ['20/11/2026', 'N', 'NO_SHOW'],
    ['20/11/2026', '', 'INTRO_SCHEDULED'],
    ['22/11/2026', 'N', 'INTRO_SCHEDULED'],
    ['', '', 'DISCOVERY'],
  ])('stands where its trial on %j (%j) left it', (date, done, status) => {
    const header = ['Child', 'Phone', 'Trial date', 'Trial done'];
    const proof = ['Om', '9129635711', '13/11/2026', 'N'];
    const [row] = fromCsv('LEADS', [header, ['Ira', '9129635710', date, done], proof]);
    expect(row?.lead?.status).toBe(status);
  });

  it('that was lost says why in another column', () => {
    const header = ['Child', 'Phone', 'Status', 'Lost reason'];
    const [row] = fromCsv('LEADS', [header, ['Ira', '9129635710', 'Lost', 'too expensive']]);
    expect(row?.lead).toMatchObject({ status: 'DEAD_LEAD', deadReason: 'COST' });
  });
});

describe('a large file', () => {
  it('is read whole', () => {
    const header = ['Child', 'DOB', 'Mother', 'Mobile', 'Plan', 'Start', 'End', 'Fees', 'Notes'];
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      `Child${index} Rao`,
      '13/05/2019',
      `Meera${index} Rao`,
      String(9_000_000_000 + index),
      'Monthly',
      '13/10/2026',
      '12/11/2026',
      '₹ 7,000/-',
      'x',
    ]);
    const read = fromCsv('STUDENTS', [header, ...rows]);
    expect(read).toHaveLength(20_000);
    expect(read.every(({ outcome }) => outcome === 'OK')).toBe(true);
  });
});
