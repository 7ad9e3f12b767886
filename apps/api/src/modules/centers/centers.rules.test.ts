import { freeSlug, localeOf, slugOf, storedPhone } from './centers.rules.ts';

describe('the slug of a center', () => {
  it.each([
    ['Koramangala 5th Block', 'koramangala-5th-block'],
    ['  Café Zürich!  ', 'cafe-zurich'],
    ['कोरमंगला', 'center'],
  ])('of %s is %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('takes the first free number when the name is taken', () => {
    expect(freeSlug('hsr', [])).toBe('hsr');
    expect(freeSlug('hsr', ['hsr-layout'])).toBe('hsr');
    expect(freeSlug('hsr', ['hsr', 'hsr-2', 'hsr-4'])).toBe('hsr-3');
  });
});

describe('what follows from the country', () => {
  it('is how numbers are written', () => expect([localeOf('DE'), localeOf('NZ')]).toEqual(['de-DE', 'en-NZ']));

  it('is how a phone number is read', () => {
    expect(storedPhone('098450 12345', 'IN')).toBe('+919845012345');
    expect(storedPhone('', 'IN')).toBeNull();
    expect(() => storedPhone('reception', 'IN')).toThrow('not valid');
  });
});
