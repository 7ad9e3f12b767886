import type { Skill } from '@cartwheel/contracts';
import { dropped, groupsOf, renamedCategory, stepped } from './skill-order.ts';

function aSkill(id: string, category: string | null): Skill {
  return { id, curriculumId: 'c', name: id, category, description: null, position: 1, retiredAt: null, version: 1 };
}
const skills = [aSkill('roll', 'Floor'), aSkill('wheel', 'Floor'), aSkill('walk', 'Beam'), aSkill('jump', 'Beam')];
const read = (list: readonly Skill[] | null) => list?.map(({ id, category }) => `${category ?? '-'}:${id}`).join(' ');

it('moves a skill within its category', () => {
  expect(read(stepped(skills, 'wheel', -1))).toBe('Floor:wheel Floor:roll Beam:walk Beam:jump');
});

it('moves a skill past the edge of its category into the next one', () => {
  expect(read(stepped(skills, 'wheel', 1))).toBe('Floor:roll Beam:wheel Beam:walk Beam:jump');
  expect(read(stepped(skills, 'walk', -1))).toBe('Floor:roll Floor:wheel Floor:walk Beam:jump');
});

it('goes nowhere from the first and the last place', () => {
  expect(stepped(skills, 'roll', -1)).toBeNull();
  expect(stepped(skills, 'jump', 1)).toBeNull();
});

it('leaves no empty category behind', () => {
  const two = [aSkill('roll', 'Floor'), aSkill('walk', 'Beam')];
  expect(groupsOf(stepped(two, 'roll', 1) ?? []).map(({ category }) => category)).toEqual(['Beam']);
});

it('drops a skill beside another one, whose category it takes', () => {
  expect(read(dropped(skills, 'jump', { before: 'roll' }))).toBe('Floor:jump Floor:roll Floor:wheel Beam:walk');
  expect(read(dropped(skills, 'roll', { after: 'walk' }))).toBe('Floor:wheel Beam:walk Beam:roll Beam:jump');
  expect(read(dropped(skills, 'roll', { after: 'roll' }))).toBe(read(skills));
});

it('moves a skill to the end of a category, also of a new one', () => {
  expect(read(dropped(skills, 'roll', { category: 'Beam' }))).toBe('Floor:wheel Beam:walk Beam:jump Beam:roll');
  expect(read(dropped(skills, 'roll', { category: 'Bars' }))).toBe('Floor:wheel Beam:walk Beam:jump Bars:roll');
});

it('renames a category, and joins two of one name', () => {
  expect(read(renamedCategory(skills, 'Beam', 'Bars'))).toBe('Floor:roll Floor:wheel Bars:walk Bars:jump');
  expect(groupsOf(renamedCategory(skills, 'Beam', 'Floor'))).toHaveLength(1);
});
