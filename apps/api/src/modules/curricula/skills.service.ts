import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { CurriculumWithSkills, InputOf, Skill } from '@cartwheel/contracts';
import { onlyNew, type PastedSkill, readLines, spelledAs } from '@cartwheel/domain/skill-lines';
import type { Actor } from '../../platform/auth/actor.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { CurriculaRepository } from './curricula.repository.ts';
import { CurriculaService } from './curricula.service.ts';
import { type SkillFields, SkillsRepository } from './skills.repository.ts';
import { putAt } from './skills.rules.ts';

type Seen<Change> = Change & { seen: number | undefined };

/** More than this nobody can rate, and no matrix can show. */
const MOST = 300;
const LONGEST_NAME = 120;
const LONGEST_CATEGORY = 80;

/** The skills of a curriculum. Every change makes another version of it; the ratings of a skill stay with it. */
@Injectable()
export class SkillsService {
  constructor(
    private readonly skills: SkillsRepository,
    private readonly curricula: CurriculaRepository,
    private readonly curriculaService: CurriculaService,
  ) {}

  /** Those that are taught, in order. */
  taught(curriculumId: string): Promise<Skill[]> {
    return this.skills.of(curriculumId, false);
  }

  async create(actor: Actor, body: InputOf<typeof contract.createSkill>['body']): Promise<Skill> {
    const { curriculumId, name, displayOrder } = body;
    if (!(await this.curricula.find(curriculumId))) throw noSuchCurriculum();
    await this.curriculaService.editable(actor, curriculumId);
    const taught = await this.taught(curriculumId);
    assertNewName(name, taught);
    assertRoom('curriculumId', taught.length + 1);
    const category = spelledAs(categoriesOf(taught), body.category);
    const [id] = await this.skills.add(curriculumId, [{ name, category, description: body.description || null }]);
    if (displayOrder) await this.put(curriculumId, id!, displayOrder);
    await this.curricula.touch(curriculumId);
    return found(await this.skills.find(id!), 'skill');
  }

  async paste(actor: Actor, id: string, body: Seen<InputOf<typeof contract.pasteSkills>['body']>) {
    await this.curriculaService.editable(actor, id, body.seen);
    const pasted = readLines(body.lines, body.category || null);
    for (const skill of pasted) assertFits(skill);
    const taught = await this.taught(id);
    const { added, skipped } = onlyNew(pasted, taught);
    assertRoom('lines', taught.length + added.length);
    if (added.length > 0) {
      await this.skills.add(
        id,
        added.map(({ name, category }) => ({ name, category, description: null })),
      );
      await this.curricula.touch(id);
    }
    const curriculum = await this.curriculaService.get(id);
    return { added: added.length, skipped: skipped.map(({ name }) => name), curriculum };
  }

  async change(
    actor: Actor,
    id: string,
    { seen, ...change }: Seen<InputOf<typeof contract.changeSkill>['body']>,
  ): Promise<Skill> {
    const { curriculumId } = found(await this.skills.find(id), 'skill');
    await this.curriculaService.editable(actor, curriculumId);
    const before = found(await this.skills.find(id), 'skill');
    if (seen !== undefined && seen !== before.version) throw new Problem('stale_version');
    const taught = await this.taught(curriculumId);
    const others = taught.filter((skill) => skill.id !== id);
    const after = fieldsOf(before, change, categoriesOf(others));
    if (!after.retired) {
      assertNewName(after.name, others);
      assertRoom('retired', others.length + 1);
    }
    await this.skills.write(before, after);
    await this.curricula.touch(curriculumId);
    return found(await this.skills.find(id), 'skill');
  }

  async order(
    actor: Actor,
    id: string,
    { seen, skills }: Seen<InputOf<typeof contract.orderSkills>['body']>,
  ): Promise<CurriculumWithSkills> {
    await this.curriculaService.editable(actor, id, seen);
    const taught = new Set((await this.taught(id)).map((skill) => skill.id));
    const stray = skills.findIndex((skill) => !taught.has(skill.id));
    if (stray >= 0) throw noSuchSkill(stray);
    if (skills.length < taught.size) throw refuse('skills', 'Name every skill that is taught');
    await this.skills.order(skills.map((skill) => ({ id: skill.id, category: skill.category || null })));
    await this.curricula.touch(id);
    return this.curriculaService.get(id);
  }

  private async put(curriculumId: string, id: string, place: number): Promise<void> {
    const taught = await this.taught(curriculumId);
    const categories = new Map(taught.map((skill) => [skill.id, skill.category]));
    const ids = putAt([...categories.keys()], id, place);
    await this.skills.order(ids.map((each) => ({ id: each, category: categories.get(each) ?? null })));
  }
}

const categoriesOf = (skills: readonly Skill[]) => skills.flatMap(({ category }) => category ?? []);

/** A field that was not named stays. */
function fieldsOf(
  skill: Skill,
  { name, category, description, retired }: InputOf<typeof contract.changeSkill>['body'],
  categories: readonly string[],
): SkillFields {
  return {
    name: name ?? skill.name,
    category: category === undefined ? skill.category : spelledAs(categories, category),
    description: description === undefined ? skill.description : description || null,
    retired: retired ?? skill.retiredAt !== null,
  };
}

function assertNewName(name: string, taught: readonly Skill[]): void {
  const existing = taught.find((skill) => skill.name.toLowerCase() === name.toLowerCase());
  if (existing)
    throw new Problem('duplicate', { existingId: existing.id, detail: `${existing.name} is taught already` });
}

function assertRoom(path: string, count: number): void {
  if (count > MOST) throw refuse(path, `A curriculum has at most ${MOST} skills`);
}

function assertFits({ name, category, line }: PastedSkill): void {
  if (name.length > LONGEST_NAME) throw refuse(`lines.${line}`, `A name has at most ${LONGEST_NAME} characters`);
  if (category && category.length > LONGEST_CATEGORY)
    throw refuse(`lines.${line}`, `A category has at most ${LONGEST_CATEGORY} characters`);
}

const noSuchCurriculum = () =>
  new Problem('reference_not_found', {
    detail: 'There is no such curriculum',
    errors: [{ path: 'curriculumId', message: 'There is no such curriculum', code: 'reference_not_found' }],
  });

const noSuchSkill = (index: number) =>
  new Problem('reference_not_found', {
    detail: 'There is no such skill in this curriculum',
    errors: [{ path: `skills.${index}.id`, message: 'Not taught in this curriculum', code: 'reference_not_found' }],
  });
