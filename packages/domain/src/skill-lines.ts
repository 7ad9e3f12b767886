/** A skill as it is typed. */
export interface NamedSkill {
  name: string;
  category: string | null;
}

export interface PastedSkill extends NamedSkill {
  /** Which line it was, from 0. */
  line: number;
}

const bullet = /^\s*(?:[-*•‣–—]|\d{1,3}[.)])\s+/u;
const heading = /^(?:category|categories)\s*:\s*(\S.*)$/i;
const open = /^(.*\S)\s*:$/;
const inline = /^([^:]*[^:\s])\s*:\s+(\S.*)$/;

/** What was pasted, line by line. Bullets and numbers in front are dropped, empty lines skipped. */
export function readLines(lines: readonly string[], firstCategory: string | null): PastedSkill[] {
  let category = firstCategory;
  const skills: PastedSkill[] = [];
  for (const [line, typed] of lines.entries()) {
    const said = typed.replace(bullet, '').trim().replaceAll(/\s+/g, ' ');
    const opened = (heading.exec(said) ?? open.exec(said))?.[1];
    if (opened) category = opened;
    else if (said) skills.push({ ...namedIn(said, category), line });
  }
  return skills;
}

function namedIn(said: string, category: string | null): NamedSkill {
  const [, own, name] = inline.exec(said) ?? [];
  return own && name ? { name, category: own } : { name: said, category };
}

/** The ones that are not among those taught already, nor named twice, in the spelling their category has already. */
export function onlyNew<Item extends NamedSkill>(skills: readonly Item[], taught: readonly NamedSkill[]) {
  const names = new Set(taught.map(({ name }) => name.toLowerCase()));
  const categories = taught.flatMap(({ category }) => category ?? []);
  const added: Item[] = [];
  const skipped: Item[] = [];
  for (const skill of skills) {
    const isNew = !names.has(skill.name.toLowerCase());
    names.add(skill.name.toLowerCase());
    const category = spelledAs(categories, skill.category);
    if (category) categories.push(category);
    (isNew ? added : skipped).push({ ...skill, category });
  }
  return { added, skipped };
}

/** "floor" is the category "Floor", where there is one. Nothing typed is no category. */
export function spelledAs(known: readonly string[], typed: string | null | undefined): string | null {
  if (!typed) return null;
  return known.find((category) => category.toLowerCase() === typed.toLowerCase()) ?? typed;
}
