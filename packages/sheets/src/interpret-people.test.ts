import type { ImportField } from './index.ts';
import { styled } from './test-files.ts';
import { codes, fromCsv, fromXlsx, warnings } from './test-imports.ts';

describe('families', () => {
  it('have both parents, the second with the first one’s family name', () => {
    const [row] = fromCsv('LEADS', [
      ['Child', 'Parents', 'Phone', 'Email'],
      ['Ira Khan', 'Fatima Khan & Sanjay', '(+91) 9129635710', 'F.Khan@Example.com'],
    ]);
    expect(row?.lead?.guardians).toMatchObject([
      { name: 'Fatima Khan', isPrimary: true, email: 'f.khan@example.com', phone: { e164: '+919129635710' } },
      { name: 'Sanjay Khan', isPrimary: false, phone: null },
    ]);
  });

  it('may be reached through the father only', () => {
    const [row] = fromCsv('LEADS', [
      ['Child', 'Mother Name', 'Father Name', 'Father Mobile'],
      ['Ira', 'Fatima Khan', 'Sanjay Khan', '9129635710'],
    ]);
    expect(row?.lead?.guardians).toMatchObject([
      { name: 'Fatima Khan', relationship: 'MOTHER', phone: null, isPrimary: false },
      { name: 'Sanjay Khan', relationship: 'FATHER', phone: { e164: '+919129635710' }, isPrimary: true },
    ]);
  });

  it('may have three children, one of them or none', () => {
    const header = ['Child 1', 'Child 1 DOB', 'Child 2', 'Child 2 DOB', 'Child 3', 'Phone', 'Notes'];
    const read = fromCsv('LEADS', [
      header,
      ['Ira', '13/05/2019', 'Om', '13/05/2021', 'Zoya', '9129635710', 'come together'],
      ['', '', 'Tara', '', '', '9129635711', ''],
      ['', '', '', '', '', '9129635712', ''],
    ]);
    expect(read.map(({ rowNumber, child, lead }) => [rowNumber, child, lead?.child.firstName])).toEqual([
      ...[1, 2, 3].map((child) => [2, child, ['Ira', 'Om', 'Zoya'][child - 1]]),
      [3, 2, 'Tara'],
      [4, 1, ''],
    ]);
    expect(read[1]?.lead).toMatchObject({ child: { dob: '2021-05-13' }, notes: 'come together' });
    expect(codes(read[4])).toEqual(['missing_name']);
  });

  it('are warned of two children in one cell', () => {
    const [row] = fromCsv('LEADS', [
      ['Child', 'Phone'],
      ['Ira & Om Khan', '9129635710'],
    ]);
    expect(warnings(row)).toEqual(['several_children']);
  });

  it('of one adult are that adult', () => {
    const [row] = fromCsv('STUDENTS', [
      ['Name', 'Age', 'Phone', 'Plan', 'Start'],
      ['Lena Roy', '34', '9129635710', 'Monthly', '13/10/2026'],
    ]);
    expect(row?.student?.guardians).toMatchObject([{ name: 'Lena Roy', relationship: 'SELF' }]);
  });

  it('of whom nobody wrote a name keep their phone', () => {
    const [row] = fromCsv('LEADS', [
      ['Child', 'Phone', 'Relation'],
      ['Ira', '9129635710.0', 'mother'],
    ]);
    expect(row?.lead?.guardians).toMatchObject([
      { name: null, relationship: 'MOTHER', phone: { e164: '+919129635710' } },
    ]);
  });
});

describe('words a file has for things', () => {
  const header = ['Child', 'Phone', 'Status', 'Preferred days', 'Notes'];

  it('are kept in the notes when nobody knows them', () => {
    const [row] = fromCsv('LEADS', [
      header,
      ['Ira', '9129635710', 'banana', 'whenever', 'shy'],
      ['Om', '9129635711', 'new', 'Sat', ''],
    ]);
    expect(row?.outcome).toBe('OK');
    expect(warnings(row)).toEqual(['unknown_days', 'unknown_status']);
    expect(row?.lead).toMatchObject({ status: 'DISCOVERY', notes: 'shy\nPreferred days: whenever\nStatus: banana' });
  });

  it('mean what the person says they mean', () => {
    const valueMap = { status: { 'Banana ': 'FOLLOW_UP' } };
    const [row] = fromCsv('LEADS', [header, ['Ira', '9129635710', 'BANANA', '', '']], { valueMap });
    expect(row?.lead?.status).toBe('FOLLOW_UP');
    expect(warnings(row)).toEqual([]);
  });

  it('can be given for all rows that have none', () => {
    const defaults: Partial<Record<ImportField, string>> = { source: 'SCHOOL_EVENT', status: 'Follow up' };
    const [first, second] = fromCsv(
      'LEADS',
      [header, ['Ira', '9129635710', '', '', ''], ['Om', '9129635711', 'new', '', '']],
      { defaults },
    );
    expect(first?.lead).toMatchObject({ source: 'SCHOOL_EVENT', status: 'FOLLOW_UP' });
    expect(second?.lead?.status).toBe('DISCOVERY');
  });

  it('for nothing are nothing', () => {
    const [row] = fromCsv('LEADS', [header, ['Ira', 'N/A', '-', 'nil', '?'], ['Om', '9129635711', 'new', '', '']]);
    expect(warnings(row)).toEqual(['missing_phone']);
    expect(row?.lead).toMatchObject({ guardians: [], status: 'DISCOVERY', notes: null });
  });

  it('stay texts even when they look like formulas', () => {
    const [row] = fromCsv('LEADS', [header, ["'=HYPERLINK(1)", '9129635710', 'new', '', '=1+1']]);
    expect(row?.lead).toMatchObject({ child: { firstName: '=HYPERLINK(1)' }, notes: '=1+1' });
  });
});

describe('a payment', () => {
  const header = ['Child', 'Phone', 'Plan', 'Start', 'Fees', 'Paid', 'Paid on', 'Mode', 'Receipt no'];
  const row = (...payment: string[]) => ['Ira', '9129635710', 'Monthly', '13/10/2026', ...payment];

  it('may be a part of the price', () => {
    const [student] = fromCsv('STUDENTS', [header, row('7,000', '5,000', '14/10/2026', 'gpay', 'R-12')]);
    expect(student?.student).toMatchObject({
      feesMinor: 700_000,
      payment: { amountMinor: 500_000, paidOn: '2026-10-14', method: 'UPI', reference: 'R-12' },
    });
  });

  it('is none when nothing says so, and of an unknown kind when the words are unknown', () => {
    const read = fromCsv('STUDENTS', [
      header,
      row('7,000', '', '', '', ''),
      row('7,000', '', '14/10/2026', 'barter', ''),
    ]);
    expect(read[0]?.student?.payment).toBeNull();
    expect(read[1]?.student?.payment).toMatchObject({ amountMinor: null, method: 'OTHER' });
    expect(warnings(read[1])).toContain('unknown_payment_method');
  });
});

describe('other countries', () => {
  it('write dates, phones and euros their way', () => {
    const header = ['Vorname', 'Nachname', 'Telefon', 'Mitgliedschaft', 'Beginn', 'Preis', 'Rabatt', 'Zahlungsart'];
    const read = fromCsv(
      'STUDENTS',
      [
        header,
        ['Jonas', 'Weiß', '01512 3456789', 'monatlich', '24.11.2026', '1.234,50 €', '12,5 %', 'Überweisung'],
        ['Mia', 'Groß', '030 901820', 'jährlich', '01.12.2026', '1.200', '', 'bar'],
      ],
      { country: 'DE', currency: 'EUR' },
    );
    expect(read.map(codes)).toEqual([[], []]);
    expect(read[0]?.student).toMatchObject({
      child: { firstName: 'Jonas', lastName: 'Weiß' },
      guardians: [{ phone: { e164: '+4915123456789' } }],
      planType: 'MONTHLY',
      startDate: '2026-11-24',
      feesMinor: 123_450,
      discount: { type: 'PERCENT', basisPoints: 1250 },
      payment: { method: 'BANK_TRANSFER' },
    });
    expect(read[1]?.student).toMatchObject({ feesMinor: 120_000, planType: 'YEARLY', payment: { method: 'CASH' } });
  });

  it('write dollars and months first', () => {
    const header = ['Student', 'Cell Phone', 'Membership', 'Start Date', 'Amount', 'Discount'];
    const read = fromXlsx(
      'STUDENTS',
      [header, ['Ava Lee', '(212) 555-2368', 'Monthly', '11/24/2026', 149.5, styled(0.1, 'percent')]],
      { country: 'US', currency: 'USD' },
    );
    expect(read[0]?.student).toMatchObject({
      guardians: [{ phone: { e164: '+12125552368' } }],
      startDate: '2026-11-24',
      feesMinor: 14_950,
      discount: { type: 'PERCENT', basisPoints: 1000 },
    });
  });

  it('have currencies without decimals', () => {
    const [row] = fromCsv(
      'STUDENTS',
      [
        ['Name', 'Plan', 'Fees'],
        ['Yuki Sato', 'Monthly', '¥12,000'],
      ],
      { country: 'JP', currency: 'JPY' },
    );
    expect(row?.student?.feesMinor).toBe(12_000);
  });
});
