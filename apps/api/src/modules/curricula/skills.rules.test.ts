import { putAt } from './skills.rules.ts';

it('puts a skill at a place, counted from 1', () => {
  expect([putAt(['a', 'b', 'new'], 'new', 1), putAt(['a', 'b', 'new'], 'new', 9)]).toEqual([
    ['new', 'a', 'b'],
    ['a', 'b', 'new'],
  ]);
});
