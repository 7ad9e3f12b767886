import { csvLine, harmless } from './csv.ts';

describe('a cell of an export', () => {
  it.each([
    '=1+1',
    '+91 98765',
    '-5',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''+1",
  ])('is no formula: %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  it.each(['Asha', "O'Hara", "'quoted'", '5 = 5', '', 'a@b.example'])('stays as it is otherwise: %j', (text) => {
    expect(harmless(text)).toBe(text);
  });
});

describe('a line of CSV', () => {
  it('quotes what would break it and ends as RFC 4180 says', () => {
    expect(csvLine(['Asha "Ash" Rao', 'one, two', 'a;b', 'line\nbreak', null, 5])).toBe(
      '"Asha ""Ash"" Rao","one, two","a;b","line\nbreak",,5\r\n',
    );
  });
});
