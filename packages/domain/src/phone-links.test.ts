import { e164Of } from './phone-links.ts';
import { parsePhone } from './phone.ts';

it.each([
  ['+91 98765 43210', 'IN'],
  ['(+91) 9876543210', 'IN'],
  ['098765-43210', 'IN'],
  ['919876543210', 'IN'],
  ['0091 98765 43210', 'IN'],
  ['(212) 555-2368 ext. 12', 'US'],
  ['020 7946 0018', 'GB'],
  ['044 668 18 00', 'CH'],
  ['06 1234 5678', 'IT'],
  ['11 2345-6789', 'BR'],
  ['050 123 4567', 'AE'],
  ['5555555555', 'IN'],
  ['98765 43210', 'Atlantis'],
  ['not given', 'IN'],
  ['12345', 'IN'],
])('reaches %j in %s at the number that is kept', (text, country) => {
  expect(e164Of(text, country)).toBe(parsePhone(text, country)?.e164);
});
