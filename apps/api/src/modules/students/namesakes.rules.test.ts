import { meantBy } from './namesakes.rules.ts';

const namesake = (id: string, known: object = {}) => ({
  position: 0,
  id,
  sameDob: false,
  otherDob: false,
  reached: false,
  inBatch: false,
  ...known,
});
const nothing = { contacts: [] };
const phone = { contacts: ['+919876543210'] };

describe('which child of a name is meant', () => {
  it('is the only one', () => expect(meantBy([namesake('a')], nothing)).toEqual({ id: 'a' }));

  it('is nobody where no child has the name', () => expect(meantBy([], nothing)).toBe('NOBODY'));

  it('is the one whose family has the phone', () =>
    expect(meantBy([namesake('a'), namesake('b', { reached: true })], phone)).toEqual({ id: 'b' }));

  it('is nobody where the phone is somebody else’s', () => expect(meantBy([namesake('a')], phone)).toBe('NOBODY'));

  it('is the one with the date of birth', () =>
    expect(meantBy([namesake('a'), namesake('b', { sameDob: true })], nothing)).toEqual({ id: 'b' }));

  it('is never one with another date of birth', () =>
    expect(meantBy([namesake('a', { otherDob: true })], nothing)).toBe('NOBODY'));

  it('is the one in the batch', () =>
    expect(meantBy([namesake('a'), namesake('b', { inBatch: true })], nothing)).toEqual({ id: 'b' }));

  it('is not guessed among several', () => expect(meantBy([namesake('a'), namesake('b')], nothing)).toBe('SEVERAL'));
});
