import type { Zippable } from 'fflate';
import { strToU8, zipSync } from 'fflate';
import { readWorkbook } from './read-workbook.ts';
import { SheetProblem } from './sheet-problem.ts';
import { csv, sample, xlsx } from './test-files.ts';

function problemOf(bytes: Uint8Array, name = 'a.xlsx'): string {
  try {
    readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof SheetProblem) return error.code;
    throw error;
  }
  return 'no problem';
}

const repeated = (text: string, times: number) => text.repeat(times);
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const withSheet = (xml: string) => xlsx({ sheets: [{ rows: [], xml }] });

/** Writes a little-endian number into every directory entry of a zip. */
function inDirectory(zip: Uint8Array, offset: number, value: (old: number) => number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + offset, value(view.getUint32(at + offset, true)), true);
  }
  return copy;
}

describe('a bomb', () => {
  const blanks = sheet(repeated(`<row><c t="inlineStr"><is><t>${'A'.repeat(200)}</t></is></c></row>`, 20_000));

  it('is not inflated when its directory admits what it holds', () => {
    expect(problemOf(withSheet(blanks))).toBe('zip_bomb');
  });

  it('is stopped while inflating when its directory lies', () => {
    expect(problemOf(inDirectory(withSheet(blanks), 24, (size) => Math.min(size, 5000)))).toBe('zip_bomb');
  });

  it('is not opened for too many parts, nor for zips within it', () => {
    const parts = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`xl/media/${index}.bin`, 'x']));
    expect(problemOf(xlsx({ sheets: [{ rows: [['a']] }], parts }))).toBe('zip_bomb');
    const many: Zippable = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [`${index}`, [strToU8(''), { level: 0 }]]),
    );
    expect(problemOf(zipSync(many))).toBe('zip_bomb');
    expect(problemOf(xlsx({ sheets: [{ rows: [['a']] }], parts: { 'xl/more.zip': 'PK' } }))).toBe('zip_bomb');
  });

  it('is not read when its parts overlap', () => {
    const zip = xlsx({ sheets: [{ rows: [['a']] }] });
    expect(problemOf(inDirectory(zip, 42, () => 0))).toBe('zip_bomb');
  });

  it('of text is stopped at the limit', () => {
    const words = Array.from({ length: 60_000 }, (_, index) => `<si><t>${index}${'lorem ipsum '.repeat(8)}</t></si>`);
    const zip = xlsx({ sharedStrings: `<sst>${words.join('')}</sst>`, sheets: [{ rows: [['a']] }] });
    expect(problemOf(zip)).toBe('too_much_text');
  });
});

describe('forbidden XML', () => {
  it('has a text without end in one cell', () => {
    const endless = Array.from({ length: 1_000_000 }, (_, index) => index).join(' ');
    expect(problemOf(withSheet(sheet(`<row><c t="str"><v>${endless}</v></c></row>`)))).toBe('too_much_text');
  });

  it.each([
    ['a document type', '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/x.dtd"><worksheet/>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'],
    ['a laugh', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'],
    ['a depth no sheet has', repeated('<a>', 60) + repeated('</a>', 60)],
  ])('with %s is refused', (_, xml) => {
    expect(problemOf(withSheet(xml))).toBe('forbidden_xml');
  });

  it.each(['<worksheet>&unknown;</worksheet>', '<worksheet><row>', 'no xml', ''])('that is broken: %j', (xml) => {
    expect(problemOf(withSheet(xml))).toBe('malformed_file');
  });
});

describe('too much of everything', () => {
  it('in rows', () => {
    const rows = Array.from({ length: 20_200 }, (_, index) => [`Child ${index}`]);
    expect(problemOf(csv(rows), 'a.csv')).toBe('too_many_rows');
    expect(problemOf(xlsx({ sheets: [{ rows }] }))).toBe('too_many_rows');
    expect(problemOf(csv(rows.slice(0, 20_001)), 'a.csv')).toBe('no problem');
  });

  it('in empty rows', () => {
    const numbered = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 1}" s="7"/>`).join('');
    expect(problemOf(withSheet(sheet(numbered)))).toBe('too_many_rows');
    expect(problemOf(strToU8(`Name\n${repeated('\n', 1_000_000)}`), 'a.csv')).toBe('too_many_rows');
  });

  it('in columns', () => {
    expect(problemOf(csv([Array.from({ length: 16_384 }, (_, index) => index)]), 'a.csv')).toBe('too_many_columns');
    expect(problemOf(withSheet(sheet('<row><c r="XFD1"><v>1</v></c></row>')))).toBe('too_many_columns');
  });

  it('in one cell, which the row then answers for', () => {
    const { sheets } = readWorkbook(csv([['Name'], ['x'.repeat(9_900_000)]]), 'a.csv');
    expect(sheets[0]?.rows[1]?.[0]?.text).toHaveLength(10_001);
  });

  it('in places that do not exist', () => {
    expect(problemOf(withSheet(sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')))).toBe('too_many_rows');
    expect(problemOf(withSheet(sheet('<row r="-7"><c><v>1</v></c></row>')))).toBe('malformed_file');
    expect(problemOf(withSheet(sheet('<row r="many"><c><v>1</v></c></row>')))).toBe('malformed_file');
  });
});

describe('a damaged workbook', () => {
  it('is read or refused, whichever bytes are wrong', () => {
    const whole = sample('koramangala-enquiries.xlsx');
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const codes = Array.from({ length: 150 }, () => {
      const damaged = new Uint8Array(whole);
      for (let count = 0; count < 20; count += 1) damaged[whole.length - 1 - random(3000)] = random(256);
      return problemOf(damaged);
    });
    expect(
      codes.every((code) =>
        ['malformed_file', 'zip_bomb', 'protected_file', 'unsupported_file', 'no problem', 'empty_file'].includes(code),
      ),
    ).toBe(true);
  });
});
