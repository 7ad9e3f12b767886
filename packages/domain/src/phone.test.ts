import { formatPhone, parsePhone, phoneDigits, splitPhones } from './phone.ts';

describe('reading a phone number', () => {
  it.each([
    ['+91 98765 43210', 'IN'],
    ['(+91) 9876543210', 'IN'],
    ['098765-43210', 'IN'],
    ['919876543210', 'IN'],
    ['9876543210', 'IN'],
    ['0091 98765 43210', 'IN'],
    ['+91-9876543210', 'US'],
    [' 98765 43210 ', 'IN'],
  ])('finds the same number in %j typed in %s', (text, country) => {
    expect(parsePhone(text, country)).toEqual({
      e164: '+919876543210',
      national: '9876543210',
      extension: null,
      valid: 'VALID',
      raw: text,
    });
  });

  it('uses the country of the center', () => {
    expect(parsePhone('(212) 555-2368', 'US')?.e164).toBe('+12125552368');
    expect(parsePhone('020 7946 0018', 'GB')?.e164).toBe('+442079460018');
    expect(parsePhone('080-41362324', 'IN')?.e164).toBe('+918041362324');
  });

  it('keeps the extension apart', () => {
    expect(parsePhone('(212) 555-2368 ext. 12', 'US')).toMatchObject({
      e164: '+12125552368',
      extension: '12',
    });
  });

  it('keeps a plausible number of no known range, and says so', () => {
    expect(parsePhone('5555555555', 'IN')?.valid).toBe('POSSIBLE');
  });

  it.each(['', '12345', 'abc', 'Call: 8 (800) 555-35-35', '9.19876E+11', 'not given', '98765 43210 98765 43211'])(
    'refuses %j',
    (text) => {
      expect(parsePhone(text, 'IN')).toBeNull();
    },
  );

  it('needs a country code where the country is unknown', () => {
    expect(parsePhone('9876543210', 'XX')).toBeNull();
    expect(parsePhone('+919876543210', 'XX')?.e164).toBe('+919876543210');
  });
});

describe('several numbers in one cell', () => {
  it.each([
    ['9136232492 / 080-41362324', ['9136232492', '080-41362324']],
    ['9136232492, 9136232493', ['9136232492', '9136232493']],
    ['9136232492;9136232493', ['9136232492', '9136232493']],
    ['9136232492 or 9136232493', ['9136232492', '9136232493']],
    ['9136232492\n9136232493', ['9136232492', '9136232493']],
    ['9136232492 9136232493', ['9136232492', '9136232493']],
    ['91362 32492', ['91362 32492']],
    ['  ', []],
  ])('are split in %j', (text, parts) => {
    expect(splitPhones(text)).toEqual(parts);
  });
});

describe('showing a phone number', () => {
  it('leaves the country code out at home', () => {
    expect(formatPhone('+919876543210', 'IN')).toBe('098765 43210');
    expect(formatPhone('+919876543210', 'US')).toBe('+91 98765 43210');
    expect(formatPhone('unknown', 'US')).toBe('unknown');
  });

  it('is searched by its digits', () => {
    expect(phoneDigits('+91 98765-43210')).toBe('919876543210');
  });
});
