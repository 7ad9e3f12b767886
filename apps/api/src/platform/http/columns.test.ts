import { type Permission, RosterRow, type Role, grants, Renewal } from '@cartwheel/contracts';
import { columnsOf } from './columns.ts';

const held = (role: Role): ReadonlySet<Permission> => new Set(grants[role]);
const asCells = (columns: ReturnType<typeof columnsOf>, row: object) =>
  Object.fromEntries(columns.map(({ header, read }) => [header, read(row, 'Asia/Kolkata')]));

const renewal = {
  enrollmentId: '0',
  studentName: 'Asha Rao',
  phone: '98765',
  value: { amountMinor: 450_005, currency: 'INR' },
  onSale: true,
  batches: [
    { id: '1', name: 'Gym' },
    { id: '2', name: 'Dance' },
  ],
  lost: { reason: 'PRICE', note: null, at: '2026-11-21T20:00:00Z', by: { id: '3', name: 'Tess' } },
  renewed: null,
};

describe('the columns of a list', () => {
  it('are what its rows say, in words, in the clock of the center, without ids', () => {
    expect(asCells(columnsOf(Renewal, held('CENTER_ADMIN')), renewal)).toMatchObject({
      Child: 'Asha Rao',
      Phone: '98765',
      Value: '4500.05',
      'On sale': 'YES',
      Batch: 'Gym, Dance',
      'Lost reason': 'PRICE',
      'Lost note': null,
      'Lost at': '2026-11-22 01:30',
      'Lost by': 'Tess',
      'Renewed start date': null,
    });
    expect(columnsOf(Renewal, held('CENTER_ADMIN')).map(({ header }) => header.toLowerCase())).not.toContainEqual(
      expect.stringMatching(/\bid\b/),
    );
  });

  it('are only those a person may see', () => {
    const headers = columnsOf(Renewal, held('TRAINER')).map(({ header }) => header);

    expect(headers).toContain('Child');
    expect(headers.filter((header) => ['Phone', 'Value', 'Paid before', 'Due'].includes(header))).toEqual([]);
  });

  it('are the same whatever a row leaves out', () => {
    const columns = columnsOf(RosterRow, held('TRAINER'));

    expect(Object.keys(asCells(columns, {}))).toEqual(columns.map(({ header }) => header));
    expect(asCells(columns, { warnings: [{ code: 'UNPAID' }, { code: 'ALLERGY' }] })).toMatchObject({
      Warnings: 'UNPAID, ALLERGY',
    });
  });
});
