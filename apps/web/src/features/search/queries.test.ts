import { questionOf } from './queries.ts';

it('asks for a phone by its digits, however it is typed', () => {
  expect(questionOf('98765 432')).toEqual({ q: '98765432', isPhone: true });
  expect(questionOf('+91 98765-43210')).toEqual({ q: '919876543210', isPhone: true });
});

it('waits until there is enough to search for', () => {
  expect(questionOf('987')).toBeNull();
  expect(questionOf('a')).toBeNull();
  expect(questionOf('  ')).toBeNull();
});

it('asks for a name as it is typed, also with a number in it', () => {
  expect(questionOf(' Aarav ')).toEqual({ q: 'Aarav', isPhone: false });
  expect(questionOf('Aarav 2')).toEqual({ q: 'Aarav 2', isPhone: false });
});
