import { Injectable } from '@nestjs/common';
import type { Center, changeCenter, createCenter, InputOf, listCenters } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { CentersRepository } from './centers.repository.ts';
import { freeSlug, localeOf, slugOf, storedPhone } from './centers.rules.ts';

@Injectable()
export class CentersService {
  constructor(private readonly centers: CentersRepository) {}

  async list(actor: Actor, query: InputOf<typeof listCenters>['query']) {
    return pageOf(await this.centers.listFor(actor, query), query.limit, (center) => [center.name, center.id]);
  }

  async get(id: string): Promise<Center> {
    return found(await this.centers.find(id), 'center');
  }

  /** Two centers of one name in one city are taken for the same one. */
  async open(body: InputOf<typeof createCenter>['body']): Promise<Center> {
    await this.centers.lockNames();
    const existingId = await this.centers.namesake(body.name, body.city);
    if (existingId)
      throw new Problem('duplicate', { existingId, detail: `There is a center ${body.name} in ${body.city} already` });
    const slug = slugOf(body.name);
    const center = await this.centers.add({
      ...body,
      phone: storedPhone(body.phone, body.country),
      slug: freeSlug(slug, await this.centers.takenSlugs(slug)),
      locale: localeOf(body.country),
    });
    return found(center, 'center');
  }

  /** The slug stays as it is, so that addresses people have kept go on working. */
  async change(id: string, body: InputOf<typeof changeCenter>['body'], seen: number | undefined): Promise<Center> {
    found(await this.centers.find(id), 'center');
    const center = found(await this.centers.openForChange(), 'center');
    if (body.timezone !== undefined && body.timezone !== center.timezone) await this.assertNothingPlanned();
    const phone = body.phone === undefined ? {} : { phone: storedPhone(body.phone, center.country) };
    const changed = await this.centers.change({ ...body, ...phone }, seen);
    if (!changed) throw new Problem('stale_version');
    return changed;
  }

  private async assertNothingPlanned(): Promise<void> {
    if (!(await this.centers.hasSessionsAhead())) return;
    throw new Problem('in_use', {
      detail: 'Sessions are planned in the present time zone. Cancel those ahead, then change the time zone.',
    });
  }
}
