import { strToU8 } from 'fflate';
import { readWorkbook } from './read-workbook.ts';
import { SheetProblem } from './sheet-problem.ts';
import { csv, raw, sample, styled, xlsx } from './test-files.ts';
import type { Sheet } from './workbook.ts';

const texts = (sheet: Sheet | undefined) => sheet?.rows.map((row) => row.map(({ text }) => text));
const kinds = (sheet: Sheet | undefined) => sheet?.rows.map((row) => row.map(({ kind }) => kind));

function problemOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof SheetProblem) return error.code;
    throw error;
  }
  return 'no problem';
}

const read = (text: string, name = 'list.csv') => readWorkbook(strToU8(text), name);

describe('a text file', () => {
  it.each([
    [',', 'Name,Phone\nAsha,1\nBen,2'],
    [';', 'Name;Fees\nAsha;7,50\nBen;8,25'],
    ['\t', 'Name\tNotes\nAsha\ta, b; c\nBen\td, e'],
    ['|', 'Name|Phone\nAsha|1\nBen|2'],
    [',', 'Our list\n\nName,"Phone; mobile"\nAsha,1\nBen,2'],
    [';', 'sep=;\nName;Phone\nAsha;1'],
  ])('shows its delimiter %j', (delimiter, text) => {
    expect(read(text).delimiter).toBe(delimiter);
  });

  it('keeps line breaks and quotes inside quotes, and counts rows as a spreadsheet does', () => {
    const { sheets, format } = read('Name,Notes\r\n"Asha ""Ash"" Rao","one\r\ntwo"\r\n\r\nBen,x', 'list.txt');
    expect(format).toBe('TXT');
    expect(texts(sheets[0])).toEqual([['Name', 'Notes'], ['Asha "Ash" Rao', 'one\ntwo'], [], ['Ben', 'x']]);
  });

  it('gives back what an export guarded against formulas', () => {
    const payloads = ['=1+1', '+919876543210', '-5', '@x', '\tx', '＝1'];
    const { sheets } = readWorkbook(csv([['Value'], ...payloads.map((payload) => [`'${payload}`]), ["'tis"]]), 'a.csv');
    expect(texts(sheets[0])?.flat()).toEqual(['Value', ...payloads, "'tis"]);
    expect(texts(read('Phone,x\n+919876543210,=1+1').sheets[0])?.[1]).toEqual(['+919876543210', '=1+1']);
  });

  it('is told when its quotes do not match', () => {
    expect(read('Name,Notes\nAsha,"open\nBen,x').warnings).toMatchObject([{ code: 'UNEVEN_QUOTES' }]);
  });
});

describe('how a text file is written', () => {
  const words = 'Name,Città\nJosé,é ñ\nमीरा,हिन्दी 🤸';
  const utf16 = (littleEndian: boolean, text = `\ufeff${words}`) => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
    return bytes;
  };
  const windows1252 = Uint8Array.from('Name,Stadt\nJos\u00e9,K\u00f6ln', (letter) => letter.charCodeAt(0));

  it.each([
    ['utf-8', strToU8(words)],
    ['utf-8', strToU8(`\ufeff${words}`)],
    ['utf-16le', utf16(true)],
    ['utf-16be', utf16(false)],
  ])('is found to be %s', (encoding, bytes) => {
    const workbook = readWorkbook(bytes, 'a.csv');
    expect(workbook.encoding).toBe(encoding);
    expect(texts(workbook.sheets[0])).toEqual([
      ['Name', 'Città'],
      ['José', 'é ñ'],
      ['मीरा', 'हिन्दी 🤸'],
    ]);
  });

  it('is asked for where nothing says it', () => {
    expect(problemOf(() => readWorkbook(windows1252, 'a.csv'))).toBe('encoding_unknown');
    expect(problemOf(() => readWorkbook(utf16(true, words), 'a.csv'))).toBe('encoding_unknown');
    const { sheets } = readWorkbook(windows1252, 'a.csv', { encoding: 'windows-1252' });
    expect(texts(sheets[0])?.[1]).toEqual(['José', 'Köln']);
  });

  it('must be one that can be read', () => {
    expect(problemOf(() => readWorkbook(windows1252, 'a.csv', { encoding: 'klingon' }))).toBe('encoding_unknown');
    expect(problemOf(() => readWorkbook(windows1252, 'a.csv', { encoding: 'utf-8' }))).toBe('encoding_wrong');
    const loneSurrogate = utf16(true, '\ufeffa\ud800b');
    expect(problemOf(() => readWorkbook(loneSurrogate, 'a.csv'))).toBe('encoding_wrong');
  });

  it('is doubted when letters look broken', () => {
    expect(read('Name\nJosÃ©').warnings).toMatchObject([{ code: 'BROKEN_CHARACTERS' }]);
    expect(read('Name\nJosé').warnings).toEqual([]);
  });

  it('has no NUL in it', () => {
    expect(problemOf(() => read(`Name,Phone\nAsha\u0000,1${'x'.repeat(50)}`))).toBe('nul_character');
  });
});

describe('a workbook', () => {
  it('has cells of every kind', () => {
    const { sheets } = readWorkbook(
      xlsx({
        sharedStrings:
          '<sst><si><r><t>Asha </t></r><r><t>Rao</t></r><rPh><t>x</t></rPh></si><si><t>two_x000D_</t></si></sst>',
        sheets: [
          {
            rows: [
              ['Text', 12, 12.5, true, null],
              [raw('<c t="s"><v>0</v></c>'), raw('<c t="s"><v>1</v></c>'), raw('<c t="s"><v>99</v></c>')],
              [raw('<c t="str"><f>A1&amp;"x"</f><v>Textx</v></c>'), raw('<c t="e"><v>#REF!</v></c>')],
              [
                raw('<c t="d"><v>2026-11-21T00:00:00</v></c>'),
                raw('<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>z</t></rPh></is></c>'),
              ],
            ],
          },
        ],
      }),
      'a.xlsx',
    );
    expect(texts(sheets[0])).toEqual([
      ['Text', '12', '12.5', 'TRUE'],
      ['Asha Rao', 'two\n'],
      ['Textx', '#REF!'],
      ['2026-11-21', 'ab'],
    ]);
    expect(kinds(sheets[0])?.[0]).toEqual(['TEXT', 'NUMBER', 'NUMBER', 'BOOLEAN']);
    expect(kinds(sheets[0])?.[2]).toEqual(['TEXT', 'ERROR']);
  });

  it('shows numbers as their style says', () => {
    const rows = [
      [styled(45658, 'date'), styled(45658, 'custom'), styled(0.1, 'percent'), styled(0.6875, 'time'), 45658],
    ];
    const { sheets } = readWorkbook(xlsx({ sheets: [{ rows }] }), 'a.xlsx');
    expect(texts(sheets[0])?.[0]).toEqual(['2025-01-01', '2025-01-01', '10%', '16:30', '45658']);
    expect(kinds(sheets[0])?.[0]).toEqual(['DATE', 'DATE', 'NUMBER', 'TEXT', 'NUMBER']);
  });

  it('may count its days from 1904', () => {
    const workbook = readWorkbook(xlsx({ date1904: true, sheets: [{ rows: [[styled(45658, 'date')]] }] }), 'a.xlsx');
    expect(workbook.date1904).toBe(true);
    expect(texts(workbook.sheets[0])).toEqual([['2029-01-02']]);
  });

  it('has no 29 February 1900', () => {
    const rows = [[styled(59, 'date'), styled(60, 'date'), styled(61, 'date')]];
    const { sheets } = readWorkbook(xlsx({ sheets: [{ rows }] }), 'a.xlsx');
    expect(texts(sheets[0])?.[0]).toEqual(['1900-02-28', '60', '1900-03-01']);
    expect(kinds(sheets[0])?.[0]).toEqual(['DATE', 'NUMBER', 'DATE']);
  });

  it('puts cells where they say they are', () => {
    const xml = `<x:worksheet xmlns:x="x"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData>
      <x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c><x:c r="AA3"><x:v>3</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>`;
    const { sheets } = readWorkbook(xlsx({ sheets: [{ rows: [], xml }] }), 'a.xlsx');
    expect(sheets[0]?.rows.slice(0, 2)).toEqual([[], []]);
    expect(texts(sheets[0])?.[2]?.filter((text) => text !== '')).toEqual(['1', '2', '3']);
    expect(sheets[0]?.rows[2]?.[26]?.text).toBe('3');
    expect(sheets[0]?.hiddenColumns).toEqual([1, 2]);
  });

  it('tells which of its sheets are hidden', () => {
    const sheets = [
      { name: 'Leads', rows: [['a']] },
      { name: 'Old', rows: [['b']], state: 'hidden' as const },
    ];
    const workbook = readWorkbook(xlsx({ sheets }), 'a.xlsx');
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Leads', false],
      ['Old', true],
    ]);
    expect(workbook.warnings).toMatchObject([{ code: 'HIDDEN_SHEET' }]);
  });
});

describe('a file that is no spreadsheet', () => {
  it.each([
    ['empty_file', new Uint8Array(), 'a.csv'],
    ['file_too_large', new Uint8Array(10 * 1024 * 1024 + 1), 'a.csv'],
    ['unsupported_file', strToU8('%PDF-1.7'), 'a.pdf'],
    ['unsupported_file', strToU8('hello'), 'noextension'],
    ['unsupported_file', strToU8('Name,Phone'), 'a.xlsx'],
    ['unsupported_file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'a.xls'],
    ['protected_file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'a.xlsx'],
    ['malformed_file', sample('koramangala-enquiries.xlsx').subarray(0, 40_000), 'a.xlsx'],
  ])('is refused as %s', (code, bytes, name) => {
    expect(problemOf(() => readWorkbook(bytes, name))).toBe(code);
  });

  it('is recognised by its contents', () => {
    expect(readWorkbook(sample('koramangala-enquiries.xlsx'), 'renamed.csv').format).toBe('XLSX');
  });
});
