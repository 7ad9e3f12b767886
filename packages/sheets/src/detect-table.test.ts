import { detectTable } from './detect-table.ts';
import { detectTables } from './detect-tables.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Written } from './test-files.ts';
import { csv, xlsx } from './test-files.ts';

type Rows = (string | number | null)[][];

function tableOf(rows: Rows) {
  const [sheet] = readWorkbook(csv(rows), 'a.csv').sheets;
  if (!sheet) throw new Error('No sheet');
  return detectTable(sheet);
}

const HEADER = ['Child Name', 'DOB', 'Parent', 'Mobile'];
const ASHA = ['Asha Rao', '12/05/2019', 'Meera Rao', '9876543210'];
const BEN = ['Ben Paul', '', 'Anil Paul', '9876543211'];

describe('the header row', () => {
  it('is found below titles and blank rows', () => {
    const table = tableOf([['ENQUIRY REGISTER'], ['Branch: Indiranagar', 'updated 12/05/2026'], [], HEADER, ASHA]);
    expect(table.headerRow).toBe(4);
    expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([5]);
  });

  it('is the first row of a plain list', () => {
    const table = tableOf([HEADER, ASHA, BEN]);
    expect(table.headerRow).toBe(1);
    expect(table.columns).toMatchObject([
      { index: 0, header: 'Child Name', samples: ['Asha Rao', 'Ben Paul'], fillRate: 1 },
      { index: 1, header: 'DOB', samples: ['12/05/2019'], fillRate: 0.5 },
      { index: 2, header: 'Parent' },
      { index: 3, header: 'Mobile' },
    ]);
  });

  it('may be missing', () => {
    const table = tableOf([ASHA, BEN]);
    expect(table.headerRow).toBeNull();
    expect(table.rows).toHaveLength(2);
  });

  it('may use words nobody knows', () => {
    expect(
      tableOf([
        ['Foo', 'Bar', 'Baz'],
        ['a', '12/05/2019', '9876543210'],
      ]).headerRow,
    ).toBe(1);
  });

  it('is where the person says', () => {
    const [sheet] = readWorkbook(csv([HEADER, ['Name', 'x'], ASHA]), 'a.csv').sheets;
    expect(sheet && detectTable(sheet, 2)).toMatchObject({ headerRow: 2, rows: [{ rowNumber: 3 }] });
  });

  it('takes the heading over several columns along', () => {
    const table = tableOf([['Child', '', 'Mother', ''], ['Name', 'DOB', 'Name', 'Phone'], ASHA]);
    expect(table.columns.map(({ header }) => header)).toEqual([
      'Child Name',
      'Child DOB',
      'Mother Name',
      'Mother Phone',
    ]);
  });
});

describe('rows that are no data', () => {
  it('are left out, and told', () => {
    const table = tableOf([
      HEADER,
      ['OCTOBER 2026'],
      ASHA,
      [],
      HEADER,
      BEN,
      ['Weekend batch'],
      ASHA,
      ['', 'Total', '', '3'],
      ['Grand total: 3'],
    ]);
    expect(table.rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 6, 8]);
    expect(table.passedOver.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
      [2, 'SECTION'],
      [5, 'REPEATED_HEADER'],
      [7, 'SECTION'],
      [9, 'TOTAL'],
      [10, 'TOTAL'],
    ]);
  });

  it('are not children of whom only the name is known', () => {
    const table = tableOf([HEADER, ASHA, ['Kabir Sen', '', '', '']]);
    expect(table.rows).toHaveLength(2);
  });

  it('are not rows of a person called Total', () => {
    expect(tableOf([HEADER, ['Total Recall', '12/05/2019', 'Arnold', '9876543210']]).rows).toHaveLength(1);
  });
});

describe('several sheets', () => {
  const rows: Written[][] = [HEADER, ASHA];

  it('with the same columns are one table', () => {
    const workbook = readWorkbook(
      xlsx({
        sheets: [
          { name: 'Sept', rows },
          { name: 'Oct', rows: [...rows, BEN] },
          {
            name: 'Prices',
            rows: [
              ['Plan', 'Fee'],
              ['Monthly', 7000],
            ],
          },
        ],
      }),
      'a.xlsx',
    );
    const tables = detectTables(workbook);
    expect(tables.map(({ sheets }) => sheets)).toEqual([['Sept', 'Oct'], ['Prices']]);
    expect(tables[0]?.rows.map(({ sheet, rowNumber }) => [sheet, rowNumber])).toEqual([
      ['Sept', 2],
      ['Oct', 2],
      ['Oct', 3],
    ]);
    expect(tables[0]?.columns[1]?.fillRate).toBeCloseTo(2 / 3);
  });

  it('do not count when hidden', () => {
    const workbook = readWorkbook(xlsx({ sheets: [{ rows, state: 'veryHidden' }] }), 'a.xlsx');
    expect(detectTables(workbook)).toEqual([]);
  });
});
