import { roundsOf } from './rounds.rules.ts';

const rounds = (...rows: string[]) => roundsOf(rows, (row) => row.split('')).map((round) => round.join(' '));

describe('rounds of rows', () => {
  it('writes at once what shares nothing', () => {
    expect(rounds('a', 'b', 'c')).toEqual(['a b c']);
  });

  it('lets a row follow every row it shares something with', () => {
    expect(rounds('a', 'ab', 'c', 'b', 'a')).toEqual(['a c', 'ab', 'b a']);
  });

  it('keeps rows that share nothing known together', () => {
    expect(roundsOf([1, 2], () => [])).toEqual([[1, 2]]);
  });

  it('has none for no rows', () => {
    expect(rounds()).toEqual([]);
  });
});
