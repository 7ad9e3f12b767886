import { Injectable } from '@nestjs/common';
import type { changePlan, createPlan, InputOf, listPlans, Plan } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { PlansRepository } from './plans.repository.ts';

/** The price list of a center, and the templates its organization offers everywhere. */
@Injectable()
export class PlansService {
  constructor(private readonly plans: PlansRepository) {}

  async create(actor: Actor, { centerId, ...plan }: InputOf<typeof createPlan>['body']): Promise<Plan> {
    if (centerId !== undefined && centerId !== actor.center?.id) {
      throw new Problem('reference_not_found', { detail: 'A plan is put on the list of the center one is in' });
    }
    await this.assertNewName(plan.name, actor.center?.id ?? null);
    return found(await this.plans.find(await this.plans.add(actor.center?.id ?? null, plan)), 'plan');
  }

  async list(query: InputOf<typeof listPlans>['query']) {
    return pageOf(await this.plans.list(query), query.limit, (row) => [row.rank, row.id]);
  }

  /** What was sold keeps its price: enrollments carry a copy. */
  async change(actor: Actor, id: string, change: InputOf<typeof changePlan>['body'] & { seen: number | undefined }) {
    const plan = found(await this.plans.find(id), 'plan');
    if (actor.center && plan.centerId === null) {
      throw new Problem('forbidden', { detail: 'Templates of the organization are changed outside of any center' });
    }
    if (change.seen !== undefined && change.seen !== plan.version) throw new Problem('stale_version');
    const changed = withChange(plan, change);
    if (changed.kind !== 'TERM' && !changed.visitsIncluded) throw refuse('visitsIncluded', 'Say how many visits');
    if (changed.name !== plan.name) await this.assertNewName(changed.name, plan.centerId);
    const written = await this.plans.write(changed);
    if (!written) throw new Problem(change.seen === undefined ? 'conflict_retry' : 'stale_version');
    return found(await this.plans.find(id), 'plan');
  }

  /** A plan that can be sold here now, or reference_not_found. */
  async onSale(id: string): Promise<Plan> {
    const plan = await this.plans.find(id);
    if (!plan?.active) throw new Problem('reference_not_found', { detail: 'This plan is not on the price list' });
    return plan;
  }

  private async assertNewName(name: string, centerId: string | null): Promise<void> {
    const existingId = await this.plans.idOfName(name, centerId);
    if (existingId) throw new Problem('duplicate', { existingId, detail: `There is a plan called ${name} already` });
  }
}

function withChange(plan: Plan, change: InputOf<typeof changePlan>['body']): Plan & { priceMinor: number } {
  const { visitsIncluded, validityDays } = change;
  return {
    ...plan,
    name: change.name ?? plan.name,
    priceMinor: change.priceMinor ?? plan.price?.amountMinor ?? 0,
    visitsIncluded: visitsIncluded === undefined ? plan.visitsIncluded : visitsIncluded,
    validityDays: validityDays === undefined ? plan.validityDays : validityDays,
    freezeDaysAllowed: change.freezeDaysAllowed ?? plan.freezeDaysAllowed,
    active: change.active ?? plan.active,
  };
}
