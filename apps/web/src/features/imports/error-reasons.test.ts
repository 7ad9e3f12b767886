import { groupByReason, rejectedCsv } from './error-reasons.ts';
import type { ImportRow } from './queries.ts';

const row = (rowNumber: number, code: string, cells: Record<string, string> = {}): ImportRow => ({
  rowNumber,
  sheet: 'Sheet1',
  outcome: 'FAILED',
  reasons: [{ field: 'dob', code, message: `Row ${rowNumber}: ${code}` }],
  warnings: [],
  cells,
  studentId: null,
  leadId: null,
});

it('puts rows with the same fault together, the most frequent first', () => {
  const groups = groupByReason([row(2, 'not_a_date'), row(5, 'date_too_late'), row(7, 'date_too_late')]);
  expect(groups.map(({ code, count, rowNumbers }) => [code, count, rowNumbers])).toEqual([
    ['date_too_late', 2, [5, 7]],
    ['not_a_date', 1, [2]],
  ]);
});

it('writes rejected rows with their reason, and no cell that a spreadsheet would run', () => {
  const words = { row: 'Row', sheet: 'Sheet', reason: 'Reason' };
  const text = rejectedCsv(
    [row(4, 'x', { Child: '=HYPERLINK("http://evil")', Phone: '+91 98765 43210', Note: 'a,"b"' })],
    words,
  );
  expect(text).toBe(
    '\uFEFFChild,Phone,Note,Row,Sheet,Reason\r\n' +
      `"'=HYPERLINK(""http://evil"")",+91 98765 43210,"a,""b""",4,Sheet1,Row 4: x\r\n`,
  );
});
