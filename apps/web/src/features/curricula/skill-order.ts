import type { Skill } from '@cartwheel/contracts';

export interface SkillGroup {
  category: string | null;
  skills: Skill[];
}

/** Skills under their categories. A category stands where its first skill does. */
export function groupsOf(skills: readonly Skill[]): SkillGroup[] {
  const groups = Map.groupBy(skills, (skill) => skill.category);
  return [...groups].map(([category, found]) => ({ category, skills: found }));
}

const flat = (groups: readonly SkillGroup[]): Skill[] =>
  groups.flatMap(({ category, skills }) => skills.map((skill) => ({ ...skill, category })));

const without = (groups: readonly SkillGroup[], id: string): SkillGroup[] =>
  groups.map((group) => ({ ...group, skills: group.skills.filter((skill) => skill.id !== id) }));

/** One place up or down; past the edge of its category it goes into the next one. Null where there is none. */
export function stepped(skills: readonly Skill[], id: string, by: 1 | -1): Skill[] | null {
  const groups = groupsOf(skills);
  const at = groups.findIndex((group) => group.skills.some((skill) => skill.id === id));
  const group = groups[at];
  const place = group?.skills.findIndex((skill) => skill.id === id) ?? -1;
  const skill = group?.skills[place];
  if (!group || !skill) return null;
  const next = groups[at + by];
  const isInside = place + by >= 0 && place + by < group.skills.length;
  if (!isInside && !next) return null;
  const rest = without(groups, id);
  const target = isInside ? rest[at] : rest[at + by];
  const to = isInside ? place + by : by === 1 ? 0 : (next?.skills.length ?? 0);
  target?.skills.splice(to, 0, skill);
  return flat(rest);
}

export type DropPlace = { before: string } | { after: string } | { category: string | null };

/** A skill put beside another one, whose category it takes, or at the end of a category. */
export function dropped(skills: readonly Skill[], id: string, place: DropPlace): Skill[] {
  const skill = skills.find((one) => one.id === id);
  if (!skill || ('before' in place && place.before === id) || ('after' in place && place.after === id)) {
    return [...skills];
  }
  const groups = without(groupsOf(skills), id);
  if ('category' in place) {
    const group = groups.find((one) => one.category === place.category);
    if (group) group.skills.push(skill);
    else groups.push({ category: place.category, skills: [skill] });
    return flat(groups);
  }
  const beside = 'before' in place ? place.before : place.after;
  const group = groups.find((one) => one.skills.some((other) => other.id === beside));
  const at = group?.skills.findIndex((other) => other.id === beside) ?? 0;
  group?.skills.splice('before' in place ? at : at + 1, 0, skill);
  return flat(groups);
}

/** All skills of one category under another name, or with those that are there. */
export function renamedCategory(skills: readonly Skill[], from: string | null, to: string | null): Skill[] {
  return flat(groupsOf(skills.map((skill) => (skill.category === from ? { ...skill, category: to } : skill))));
}
