import type { ImportKind, InterpretedRow } from './index.ts';
import { interpretRows, readWorkbook, suggestImport } from './index.ts';
import { sample } from './test-files.ts';

const INDIA = { country: 'IN', currency: 'INR' };

function importSample(name: string, kind: ImportKind) {
  const workbook = readWorkbook(sample(name), name);
  const suggested = suggestImport(workbook, kind, INDIA);
  if (!suggested) throw new Error(`Nothing in ${name}`);
  const rows = interpretRows(kind, suggested.table, suggested.columns, {
    ...INDIA,
    today: '2026-11-21',
    dateOrder: suggested.assumedDateOrder,
    date1904: workbook.date1904,
  });
  return { workbook, suggested, rows };
}

function truthOf(name: string) {
  return JSON.parse(Buffer.from(sample(`${name}.truth.json`)).toString());
}

function countBy(rows: InterpretedRow[], key: (row: InterpretedRow) => string | null | undefined) {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row) ?? 'none'] = (counts[key(row) ?? 'none'] ?? 0) + 1;
  return counts;
}

describe('the enquiry register of Koramangala', () => {
  const truth = truthOf('koramangala-enquiries');
  const { suggested, rows } = importSample('koramangala-enquiries.xlsx', 'LEADS');
  const distinct = rows.filter(({ repeatOf }) => repeatOf === null);

  it('has its header below the title and its total left out', () => {
    expect(suggested.table.headerRow).toBe(truth.headerRow);
    expect(suggested.table.passedOver).toMatchObject([{ rowNumber: 148, reason: 'TOTAL' }]);
    expect(suggested.dateOrder).toBe(truth.dateOrder);
  });

  it('is read without errors, row by row', () => {
    expect(rows).toHaveLength(truth.rows);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(rows.filter(({ warnings }) => warnings.some(({ code }) => code === 'missing_phone'))).toHaveLength(
      truth.withoutPhone,
    );
  });

  it('names every child once', () => {
    expect(rows.filter(({ outcome }) => outcome === 'SKIP')).toHaveLength(truth.repeats);
    expect(distinct).toHaveLength(truth.distinctChildren);
    expect(rows.find(({ rowNumber }) => rowNumber === 57)?.repeatOf).toMatchObject({ rowNumber: 24 });
  });

  it('tells where every lead stands', () => {
    expect(countBy(distinct, ({ lead }) => lead?.status)).toEqual(truth.byStatus);
    expect(countBy(distinct, ({ lead }) => lead?.deadReason)).toEqual({ none: 112, MOVED_AWAY: 14, COST: 7 });
  });

  it('knows ages, birthdays, both parents and both phones', () => {
    const [first, , , fourth] = rows;
    expect(first?.lead?.child).toMatchObject({ firstName: 'Reyansh', ageYears: 5, dob: null });
    expect(fourth?.lead).toMatchObject({
      child: { firstName: 'Ayaan', lastName: "D'Souza", dob: '2016-05-17' },
      enquiredOn: '2026-01-12',
      trialOn: '2026-01-17',
      trialAttended: false,
      source: 'WALK_IN',
    });
    expect(fourth?.lead?.guardians).toMatchObject([
      {
        name: "Nisha D'Souza",
        relationship: 'MOTHER',
        isPrimary: true,
        phone: { e164: '+919136232492' },
        otherPhones: [{ e164: '+918041362324' }],
      },
      { name: "Nikhil D'Souza", relationship: 'FATHER', phone: null, isPrimary: false },
    ]);
  });
});

describe('the students of Indiranagar', () => {
  const truth = truthOf('indiranagar-students');
  const { workbook, suggested, rows } = importSample('indiranagar-students.csv', 'STUDENTS');

  it('are separated by semicolons and dated day first', () => {
    expect(workbook).toMatchObject({ format: 'CSV', encoding: 'utf-8', delimiter: truth.delimiter });
    expect(suggested.dateOrder).toBe(truth.dateOrder);
    expect(rows).toHaveLength(truth.rows);
  });

  it('have exactly the three bad rows, each with its reason', () => {
    const bad = rows.filter(({ outcome }) => outcome === 'ERROR');
    expect(bad.map(({ rowNumber }) => rowNumber)).toEqual(truth.bad.map(({ row }: { row: number }) => row));
    expect(bad.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([
      'Row 62, Start: “31/02/2026” is a day that does not exist.',
      'Row 92, End: “30/10/2026” is before the start on 2026-10-31.',
      'Row 122, Mobile: “012345” is not a phone number.',
    ]);
  });

  it('have their plans, fees, days, discounts and payments', () => {
    expect(countBy(rows, ({ student }) => student?.planType)).toEqual(truth.byPlan);
    expect(rows.reduce((sum, { student }) => sum + (student?.feesMinor ?? 0), 0)).toBe(truth.totalFeesMinor);
    expect(countBy(rows, ({ student }) => student?.discount?.type)).toEqual({ none: 171, PERCENT: 37, FLAT: 12 });
    expect(rows.every(({ student }) => (student?.daysSelected.length ?? 0) > 0)).toBe(true);
    expect(rows[0]?.student).toMatchObject({
      startDate: '2026-10-06',
      endDate: '2027-10-05',
      discount: { type: 'PERCENT', basisPoints: 1000 },
      payment: { method: 'CARD', reference: null },
      notes: 'shoulder injury\nask before bars',
    });
  });
});

describe('the families of Whitefield', () => {
  const truth = truthOf('whitefield-families');
  const { suggested, rows } = importSample('whitefield-families.xlsx', 'STUDENTS');

  it('are one table over three sheets, dated month first', () => {
    expect(suggested.table.sheets).toEqual(truth.sheets);
    expect(suggested.dateOrder).toBe(truth.dateOrder);
    expect(suggested.table.rows).toHaveLength(truth.families);
  });

  it('give a record for every child', () => {
    expect(rows).toHaveLength(truth.children);
    expect(rows.every(({ outcome }) => outcome === 'OK')).toBe(true);
    const [first, second] = rows;
    expect(first).toMatchObject({ sheet: 'Sept', rowNumber: 2, child: 1 });
    expect(second).toMatchObject({ sheet: 'Sept', rowNumber: 2, child: 2 });
    expect(second?.student).toMatchObject({
      child: { firstName: 'Ira', lastName: 'Khan', dob: '2020-12-05' },
      guardians: [
        { name: 'Fatima Khan', phone: { e164: '+919129635710' } },
        { name: 'Sanjay Khan', phone: null },
      ],
      batch: 'Good Friends',
      planType: 'QUARTERLY',
      startDate: '2026-10-27',
      endDate: '2027-01-25',
    });
  });

  it('leave the hidden column out', () => {
    expect(suggested.warnings).toMatchObject([{ column: 11, code: 'HIDDEN_COLUMN' }]);
  });
});
