import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { Curriculum, CurriculumWithSkills, InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { CurriculaRepository } from './curricula.repository.ts';
import { SkillsRepository } from './skills.repository.ts';

/** What is taught: the organization's curricula, and those a center has of its own. */
@Injectable()
export class CurriculaService {
  constructor(
    private readonly curricula: CurriculaRepository,
    private readonly skills: SkillsRepository,
  ) {}

  async list(query: InputOf<typeof contract.listCurricula>['query']) {
    return pageOf(await this.curricula.list(query), query.limit, (row) => [row.name, row.id]);
  }

  async get(id: string, retired = false): Promise<CurriculumWithSkills> {
    const curriculum = found(await this.curricula.find(id), 'curriculum');
    return { ...curriculum, skills: await this.skills.of(id, retired) };
  }

  async create(actor: Actor, { name, description }: InputOf<typeof contract.createCurriculum>['body']) {
    const centerId = actor.center?.id ?? null;
    await this.assertNewName(name, centerId);
    return this.get(await this.curricula.add({ centerId, name, description: description || null, copiedFromId: null }));
  }

  async change(
    actor: Actor,
    id: string,
    { seen, ...change }: InputOf<typeof contract.changeCurriculum>['body'] & { seen: number | undefined },
  ): Promise<CurriculumWithSkills> {
    const before = await this.editable(actor, id, seen);
    const { name = before.name, active = before.active } = change;
    const description = change.description === undefined ? before.description : change.description || null;
    if (active && (name !== before.name || !before.active)) await this.assertNewName(name, before.centerId, id);
    await this.curricula.write(id, { name, description, active });
    return this.get(id);
  }

  /** The skills are new ones: how far somebody is with the original says nothing about the copy. */
  async copy(actor: Actor, id: string, called: string | undefined): Promise<CurriculumWithSkills> {
    const { name, description } = found(await this.curricula.find(id), 'curriculum');
    const centerId = actor.center?.id ?? null;
    await this.assertNewName(called ?? name, centerId);
    const copyId = await this.curricula.add({ centerId, name: called ?? name, description, copiedFromId: id });
    await this.skills.copy(id, copyId);
    return this.get(copyId);
  }

  /** Who uses those of the organization. */
  async use() {
    return { items: await this.curricula.use() };
  }

  /** One that a batch of this center may take, or reference_not_found. */
  async assertOffered(id: string, path: string): Promise<void> {
    if ((await this.curricula.find(id))?.active) return;
    throw new Problem('reference_not_found', {
      detail: 'There is no such curriculum here',
      errors: [{ path, message: 'Not a curriculum of this center', code: 'reference_not_found' }],
    });
  }

  /** Locked for a change by this person. Throws not_found, forbidden for those of the organization, or stale_version. */
  async editable(actor: Actor, id: string, seen?: number): Promise<Curriculum> {
    const curriculum = found(await this.curricula.lock(id), 'curriculum');
    if (actor.center && curriculum.centerId === null) {
      throw new Problem('forbidden', { detail: 'Curricula of the organization are changed outside of any center' });
    }
    if (seen !== undefined && seen !== curriculum.version) throw new Problem('stale_version');
    return curriculum;
  }

  private async assertNewName(name: string, centerId: string | null, ownId?: string): Promise<void> {
    const existingId = await this.curricula.idOfName(name, centerId);
    if (existingId && existingId !== ownId)
      throw new Problem('duplicate', { existingId, detail: `There is a curriculum called ${name} already` });
  }
}
