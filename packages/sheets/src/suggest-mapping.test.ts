import { detectTable } from './detect-table.ts';
import type { ImportKind } from './fields.ts';
import { readWorkbook } from './read-workbook.ts';
import { suggestImport } from './suggest-import.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { csv, xlsx } from './test-files.ts';

const INDIA = { country: 'IN', currency: 'INR' };

type Rows = (string | number | null)[][];

function suggestionFor(kind: ImportKind, rows: Rows, place = INDIA) {
  const [sheet] = readWorkbook(csv(rows), 'a.csv').sheets;
  if (!sheet) throw new Error('No sheet');
  return suggestMapping(kind, detectTable(sheet), place);
}

/** Header, cell below it, and the field it must become. */
function expectFields(kind: ImportKind, columns: [string, string, string | null][], place = INDIA) {
  const { columns: suggested } = suggestionFor(
    kind,
    [columns.map(([header]) => header), columns.map(([, cell]) => cell)],
    place,
  );
  const named = suggested.map(({ header, field, child, relationship, guardian }) => [
    header,
    [field, relationship, guardian && `guardian ${guardian}`, child && child > 1 && `child ${child}`]
      .filter(Boolean)
      .join(' ') || null,
  ]);
  expect(named).toEqual(columns.map(([header, , field]) => [header, field]));
}

describe('columns of an enquiry list', () => {
  it('are known by the short words people use', () => {
    expectFields('LEADS', [
      ['S.No', '1', null],
      ['Enq. Date', '14/08/2026', 'enquiredOn'],
      ['Kid', 'Asha Rao', 'childName'],
      ['D.O.B', '12/05/2019', 'dob'],
      ['Std', 'UKG', 'school'],
      ["Mum's name", 'Meera Rao', 'guardianName MOTHER'],
      ['Mob', '9876543210', 'phone'],
      ['W/app', '9876543211', 'phone2'],
      ['Mail ID', 'meera@example.com', 'email'],
      ['Ref by', 'Friend', 'source'],
      ['Pref. days', 'Sat-Sun', 'preferredDays'],
      ['Slot', 'evening', 'preferredTimes'],
      ['Demo Date', '20/08/2026', 'trialOn'],
      ['Next Follow-up', '25/08/2026', 'followUpOn'],
      ['Handled by', 'Priya', 'assignedTo'],
      ['Status', 'Follow up', 'status'],
      ['Remarks', 'likes music', 'notes'],
      ['Address', '12 MG Road', null],
    ]);
  });

  it('are known with both parents’ phones', () => {
    expectFields('LEADS', [
      ['Student First Name', 'Asha', 'childFirstName'],
      ['Student Last Name', 'Rao', 'childLastName'],
      ['Parent 1 Name', 'Meera Rao', 'guardianName'],
      ['Parent 1 Email', 'meera@example.com', 'email'],
      ['Parent 2 Name', 'Anil Rao', 'guardianName guardian 2'],
      ['Parent 2 Phone', '9876543211', 'phone guardian 2'],
      ['Mother Mobile', '9876543210', 'phone MOTHER'],
      ["Father's Ph No", '9876543212', 'phone FATHER'],
    ]);
  });

  it.each<[string, [string, string, string | null][]]>([
    [
      'Spanish',
      [
        ['Nombre del niño', 'Ana Ruiz', 'childName'],
        ['Fecha de nacimiento', '12/05/2019', 'dob'],
        ['Madre', 'Luz Ruiz', 'guardianName MOTHER'],
        ['Teléfono', '+34 612 345 678', 'phone'],
        ['Correo electrónico', 'a@example.com', 'email'],
        ['Estado', 'nuevo', 'status'],
        ['Observaciones', 'x', 'notes'],
      ],
    ],
    [
      'German',
      [
        ['Vorname', 'Jonas', 'childFirstName'],
        ['Nachname', 'Weiß', 'childLastName'],
        ['Geburtsdatum', '12.05.2019', 'dob'],
        ['Eltern', 'Eva Weiß', 'guardianName'],
        ['Telefonnummer', '+49 1512 3456789', 'phone'],
        ['Bemerkungen', 'x', 'notes'],
      ],
    ],
    [
      'French',
      [
        ['Prénom', 'Léa', 'childFirstName'],
        ['Nom de famille', 'Roux', 'childLastName'],
        ['Date de naissance', '12/05/2019', 'dob'],
        ['Père', 'Luc Roux', 'guardianName FATHER'],
        ['Téléphone', '+33 6 12 34 56 78', 'phone'],
        ['Commentaires', 'x', 'notes'],
      ],
    ],
    [
      'Hindi',
      [
        ['बच्चे का नाम', 'आशा राव', 'childName'],
        ['जन्म तिथि', '12/05/2019', 'dob'],
        ['माता', 'मीरा राव', 'guardianName MOTHER'],
        ['मोबाइल नंबर', '9876543210', 'phone'],
        ['टिप्पणी', 'x', 'notes'],
      ],
    ],
  ])('are known in %s', (_, columns) => {
    expectFields('LEADS', columns);
  });

  it('are known for several children in a row', () => {
    expectFields('LEADS', [
      ['Family', 'Fatima Khan & Sanjay', 'guardianName'],
      ['Child1 Name', 'Ira Khan', 'childName'],
      ['Child1 DOB', '12/05/2019', 'dob'],
      ['2nd Child', 'Om Khan', 'childName child 2'],
      ['Birthday 2', '12/05/2021', 'dob child 2'],
      ['Phone', '9876543210', 'phone'],
    ]);
  });
});

describe('columns of a student list', () => {
  it('are known by their words', () => {
    expectFields('STUDENTS', [
      ['Name', 'Asha Rao', 'childName'],
      ['Guardian', 'Meera Rao', 'guardianName'],
      ['Contact', '9876543210', 'phone'],
      ['Package', 'Quarterly', 'plan'],
      ['DOJ', '14/08/2026', 'startDate'],
      ['Valid Till', '13/11/2026', 'endDate'],
      ['No. of Classes', '24', 'visitsIncluded'],
      ['Classes Used', '3', 'visitsUsed'],
      ['Days', 'M/W/F', 'daysSelected'],
      ['Batch Timing', '4-5 pm', 'batch'],
      ['Amount Paid', '18,500', 'fees'],
      ['Disc %', '10', 'discount'],
      ['Mode of Payment', 'gpay', 'paymentMethod'],
      ['UTR No', 'TXN1', 'reference'],
      ['Payment Date', '14/08/2026', 'paidOn'],
      ['Allergies', 'peanuts', 'medicalNotes'],
      ['Balance', '500', null],
    ]);
  });

  it('are chosen by what stands in them where the word may mean two things', () => {
    expectFields('STUDENTS', [
      ['Child', 'Asha', 'childName'],
      ['Name', 'Meera Rao', 'guardianName'],
      ['Paid', '7000', 'amountPaid'],
    ]);
    expectFields('STUDENTS', [
      ['Child', 'Asha', 'childName'],
      ['Paid', '14/08/2026', 'paidOn'],
    ]);
    expectFields('LEADS', [
      ['Child', 'Asha', 'childName'],
      ['Trial', 'Y', 'trialAttended'],
      ['Contact', 'a@example.com', 'email'],
    ]);
    expectFields('LEADS', [
      ['Child', 'Asha', 'childName'],
      ['Trial', '14/08/2026', 'trialOn'],
      ['Class', 'Ballet', 'interests'],
    ]);
  });
});

describe('words around people and plans', () => {
  it('do not make a name of a category, or an interest of a plan', () => {
    expectFields('STUDENTS', [
      ['Student', 'Asha', 'childName'],
      ['Student category', 'Regular', null],
      ['Mother / Guardian', 'Meera Rao', 'guardianName'],
      ['Package', 'Golden Kids', 'plan'],
      ['Package Start', '14/08/2026', 'startDate'],
      ['Class', 'Tumblers', 'batch'],
      ['student_code_id', '77', null],
    ]);
  });

  it('tell the price from what was paid', () => {
    expectFields('STUDENTS', [
      ['Child', 'Asha', 'childName'],
      ['Fees', '7,000', 'fees'],
      ['Amount paid', '5,000', 'amountPaid'],
    ]);
  });
});

describe('what a suggestion is worth', () => {
  it('is less where header and cells disagree, and nothing where they cannot agree', () => {
    const { columns } = suggestionFor('LEADS', [
      ['Child', 'Status', 'Mobile', 'DOB'],
      ['Asha', 'zzz', 'see notes', '12/05/2019'],
      ['Ben', 'new', 'none', '13/05/2019'],
      ['Kim', 'yyy', 'ask', '14/05/2019'],
      ['Lea', 'xxx', 'in the book', '15/05/2019'],
      ['Mia', 'www', 'her aunt', '16/05/2019'],
      ['Noa', 'vvv', 'later', '17/05/2019'],
    ]);
    expect(columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['childName', 'SURE'],
      ['status', 'CHECK'],
      [null, 'UNMAPPED'],
      ['dob', 'SURE'],
    ]);
  });

  it('is to be checked where only the cells tell', () => {
    const { columns } = suggestionFor('LEADS', [
      ['Asha Rao', '12/05/2019', 'Meera Rao', '9876543210', 'meera@example.com'],
      ['Ben Paul', '13/05/2019', 'Anil Paul', '9876543211', 'anil@example.com'],
    ]);
    expect(columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['childName', 'CHECK'],
      ['dob', 'CHECK'],
      ['guardianName', 'CHECK'],
      ['phone', 'CHECK'],
      ['email', 'CHECK'],
    ]);
  });

  it('leaves the system’s own columns alone, with a warning', () => {
    const { columns, warnings } = suggestionFor('LEADS', [
      ['id', 'center_id', 'role', 'created_by', 'Child Name'],
      ['7', 'b1', 'SUPER_ADMIN', 'root', 'Asha'],
    ]);
    expect(columns.map(({ field }) => field)).toEqual([null, null, null, null, 'childName']);
    expect(warnings.map(({ column, code }) => [column, code])).toEqual(
      [0, 1, 2, 3].map((column) => [column, 'SYSTEM_COLUMN']),
    );
    expect(warnings[1]?.message).toBe('“center_id” is never imported and left out.');
  });

  it('leaves hidden columns alone, with a warning', () => {
    const xml = `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>
      <row><c t="str"><v>Child</v></c><c t="str"><v>Phone</v></c></row>
      <row><c t="str"><v>Asha</v></c><c t="str"><v>9876543210</v></c></row></sheetData></worksheet>`;
    const workbook = readWorkbook(xlsx({ sheets: [{ rows: [], xml }] }), 'a.xlsx');
    const suggested = suggestImport(workbook, 'LEADS', INDIA);
    expect(suggested?.columns.map(({ field }) => field)).toEqual(['childName', null]);
    expect(suggested?.warnings).toMatchObject([{ column: 1, code: 'HIDDEN_COLUMN' }]);
  });

  it('gives a field to one column, and says which it left out', () => {
    const { columns, warnings } = suggestionFor('LEADS', [
      ['Child Name', 'Kid Name', 'Phone', 'Mobile', 'Cell'],
      ['Asha', '', '9876543210', '9876543211', '9876543212'],
    ]);
    expect(columns.map(({ field }) => field)).toEqual(['childName', null, 'phone', 'phone2', null]);
    expect(warnings.map(({ column, code }) => [column, code])).toEqual([
      [4, 'SECOND_COLUMN'],
      [1, 'SECOND_COLUMN'],
    ]);
  });
});

describe('a suggested import', () => {
  const children = [
    ['Child', 'DOB', 'Mobile'],
    ['Asha', '03/04/2019', '9876543210'],
  ];
  const prices = [['Item', 'Amount'], ...Array.from({ length: 60 }, (_, index) => [`Thing ${index}`, index])];
  const workbook = readWorkbook(
    xlsx({
      sheets: [
        { name: 'Shop', rows: prices },
        { name: 'Kids', rows: children },
      ],
    }),
    'a.xlsx',
  );

  it('takes the table that looks like people, unless one is chosen', () => {
    expect(suggestImport(workbook, 'LEADS', INDIA)?.table.sheets).toEqual(['Kids']);
    expect(suggestImport(workbook, 'LEADS', INDIA, { sheet: 'Shop' })?.table.sheets).toEqual(['Shop']);
    expect(suggestImport(workbook, 'LEADS', INDIA, { sheet: 'Kids', headerRow: 2 })?.table.rows).toEqual([]);
  });

  it('says that dates prove nothing, and what it would assume', () => {
    expect(suggestImport(workbook, 'LEADS', INDIA)).toMatchObject({ dateOrder: 'AMBIGUOUS', assumedDateOrder: 'DMY' });
    const america = { country: 'US', currency: 'USD' };
    expect(suggestImport(workbook, 'LEADS', america)).toMatchObject({ assumedDateOrder: 'MDY' });
  });

  it('is none without any row', () => {
    expect(suggestImport(readWorkbook(csv([['Child', 'Mobile']]), 'a.csv'), 'LEADS', INDIA)).toBeNull();
  });
});
