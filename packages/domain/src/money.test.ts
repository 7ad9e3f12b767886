import * as fc from 'fast-check';
import type { DecimalMark } from './money.ts';
import { allocate, equalParts, formatMoney, minorDigits, parseMoney, percentOf, plainMoney } from './money.ts';

describe('writing money', () => {
  it('follows the locale and the decimals of the currency', () => {
    expect(formatMoney({ amountMinor: 123_456_00, currency: 'INR' }, 'en-IN')).toBe('₹1,23,456.00');
    expect(formatMoney({ amountMinor: 1_234_56, currency: 'EUR' }, 'de-DE')).toBe('1.234,56\u00a0€');
    expect(formatMoney({ amountMinor: 500, currency: 'JPY' }, 'en-US')).toBe('¥500');
    expect(formatMoney({ amountMinor: 1_250, currency: 'KWD' }, 'en-US')).toBe('KWD\u00a01.250');
    expect(formatMoney({ amountMinor: -5, currency: 'USD' }, 'en-US')).toBe('-$0.05');
  });

  it('is plain for other programs, with all its places', () => {
    const plain = (amountMinor: number, currency: string) => plainMoney({ amountMinor, currency });
    expect([plain(5, 'INR'), plain(-1_234_56, 'USD'), plain(500, 'JPY'), plain(1_250, 'KWD'), plain(0, 'INR')]).toEqual(
      ['0.05', '-1234.56', '500', '1.250', '0.00'],
    );
  });

  it('loses nothing of the largest amounts', () => {
    const amountMinor = Number.MAX_SAFE_INTEGER;
    expect(formatMoney({ amountMinor, currency: 'USD' }, 'en-US')).toBe('$90,071,992,547,409.91');
  });

  it('refuses fractions of a minor unit', () => {
    expect(() => formatMoney({ amountMinor: 0.5, currency: 'USD' }, 'en-US')).toThrow('minor units');
  });

  it('knows how many decimals a currency has', () => {
    expect(['INR', 'USD', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 2, 0, 3]);
  });
});

describe('reading money', () => {
  it.each<[string, string, number]>([
    ['1,23,456.00', 'INR', 12_345_600],
    ['₹ 62,000/-', 'INR', 6_200_000],
    ['Rs. 500', 'INR', 50_000],
    ['Rs500 only', 'INR', 50_000],
    ['INR 1,500.5', 'INR', 150_050],
    ['500 rs', 'INR', 50_000],
    ['(500)', 'INR', -50_000],
    ['-₹250', 'INR', -25_000],
    ['₹ -250', 'INR', -25_000],
    ['(Rs. 250)', 'INR', -25_000],
    ['₹(250)', 'INR', -25_000],
    ['₨ 250', 'INR', 25_000],
    ['Rs. -250', 'INR', -25_000],
    ['$1,200.50', 'USD', 120_050],
    ['US$ 12', 'USD', 1_200],
    ['1.234,56', 'EUR', 123_456],
    ['1.234.567', 'EUR', 123_456_700],
    ['1 234,56 €', 'EUR', 123_456],
    ['1’234.50', 'CHF', 123_450],
    ['12,5', 'EUR', 1_250],
    ['1,234', 'USD', 123_400],
    ['1,500', 'JPY', 1_500],
    ['1.250', 'KWD', 1_250],
    ['0', 'INR', 0],
  ])('takes %s in %s', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toBe(amount);
  });

  it.each([
    ['5e3', 'INR'],
    ['', 'INR'],
    ['free', 'INR'],
    ['#REF!', 'INR'],
    ['12.345', 'USD'],
    ['1.234', 'EUR'],
    ['1,2345', 'USD'],
    ['12,34.5,6', 'USD'],
    ['1,23,45', 'INR'],
    ['10.5', 'JPY'],
    ['USD 500', 'INR'],
    ['€ 500', 'INR'],
    ['Rs 500', 'USD'],
    ['12 May', 'INR'],
    ['-(500)', 'INR'],
    ['$500', 'INR'],
    ['500 - 600', 'INR'],
    ['500 60', 'INR'],
    ['(500) 300', 'INR'],
    ['10%', 'INR'],
    ['99999999999999999999', 'INR'],
    ['(-500)', 'INR'],
    ['.', 'INR'],
    [',5', 'INR'],
    [',500', 'INR'],
  ])('refuses %j in %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  it.each<[string, DecimalMark, number | null]>([
    ['1.234', ',', 123_400],
    ['1.234', '.', null],
    ['1,50', ',', 150],
    ['1.50', ',', null],
    ['1,234', '.', 123_400],
  ])('takes %s as a file with decimal %s means it', (text, decimal, amount) => {
    expect(parseMoney(text, 'EUR', decimal)).toBe(amount);
  });

  it('reads back what it writes', () => {
    const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    const places = fc.constantFrom(['INR', 'en-IN'], ['USD', 'en-US'], ['EUR', 'de-DE'], ['KWD', 'en-KW']);
    fc.assert(
      fc.property(amounts, places, (amountMinor, [currency = '', locale = '']) => {
        expect(parseMoney(formatMoney({ amountMinor, currency }, locale), currency)).toBe(amountMinor);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sharing money', () => {
  it('rounds halves of a percentage away from zero', () => {
    expect(percentOf(1_01, 5_000)).toBe(51);
    expect(percentOf(-1_01, 5_000)).toBe(-51);
    expect(percentOf(62_000_00, 1_000)).toBe(6_200_00);
    expect(percentOf(Number.MAX_SAFE_INTEGER, 10_000)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('gives what is left to the largest remainders', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(100, [1, 2, 4])).toEqual([14, 29, 57]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(0, [3, 0])).toEqual([0, 0]);
  });

  it('never loses or invents a unit', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          fc.pre(weights.some((weight) => weight > 0));
          const parts = allocate(amount, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('makes installments that differ by one unit at most', () => {
    expect(equalParts(1_000_00, 3)).toEqual([333_34, 333_33, 333_33]);
    expect(() => equalParts(100, 0)).toThrow('one at least must be positive');
  });
});
