import { initials, normaliseName, splitName } from './names.ts';

describe('matching names', () => {
  it.each([
    ['RUDRA  D’SOUZA ', "Rudra D'Souza"],
    ['José Núñez', 'Jose\u0301 Nunez'],
    ['STRASSE', 'Straße'],
    ['Aarav\u200b Sharma', 'Aarav Sharma'],
    ['Ｍｅｅｒａ', 'Meera'],
    ['İpek', 'ipek'],
  ])('takes %j for %j', (left, right) => {
    expect(normaliseName(left)).toBe(normaliseName(right));
  });

  it('keeps the vowels of Indic scripts', () => {
    expect(normaliseName('मीरा')).not.toBe(normaliseName('मरा'));
    expect(normaliseName('मीरा')).toBe('मीरा');
  });

  it('does not take different names for one', () => {
    expect(normaliseName('Aarav Rao')).not.toBe(normaliseName('Arav Rao'));
  });
});

describe('parts of a name', () => {
  it.each([
    ['Reyansh Khan', 'Reyansh', 'Khan'],
    ['  Juan   de la Cruz ', 'Juan', 'de la Cruz'],
    ['Sharma, Aarav', 'Aarav', 'Sharma'],
    ['Meera', 'Meera', null],
    ['', '', null],
  ])('are found in %j', (full, firstName, lastName) => {
    expect(splitName(full)).toEqual({ firstName, lastName });
  });

  it('begin with initials', () => {
    expect(initials('aarav kumar sharma')).toBe('AS');
    expect(initials('मीरा शर्मा')).toBe('मीश');
    expect(initials('Meera')).toBe('M');
    expect(initials(' ')).toBe('');
  });
});
