import { Injectable } from '@nestjs/common';
import type { getHqDashboard, HqDashboard, InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { centerOf, figuresOf, funnelOf } from './hq.figures.rules.ts';
import { type Asked, HqRepository } from './hq.repository.ts';
import { comparedWith, periodOf, stepsOf } from './hq.rules.ts';

const FRESH_MS = 15_000;
const MOST_KEPT = 200;

interface Kept {
  at: number;
  dashboard: Promise<HqDashboard>;
}

@Injectable()
export class HqService {
  /** Put together once for all who ask within a few seconds; each process has its own, and may lose it. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly hq: HqRepository,
    private readonly clock: Clock,
  ) {}

  /** All centers of the organization, side by side and together, as of at most fifteen seconds ago. */
  async dashboard(actor: Actor, query: InputOf<typeof getHqDashboard>['query']): Promise<HqDashboard> {
    const period = periodOf(query, await this.hq.today());
    const asked = {
      period,
      previous: comparedWith(period, query.compare),
      centerIds: query.centers?.split(',').toSorted() ?? null,
    };
    const key = JSON.stringify([actor.organizationId, asked]);
    const known = this.kept.get(key);
    if (known && this.isFresh(known)) return known.dashboard;
    const dashboard = this.put(asked);
    this.keep(key, { at: this.clock.now().getTime(), dashboard });
    dashboard.catch(() => this.kept.delete(key));
    return dashboard;
  }

  private async put(asked: Asked): Promise<HqDashboard> {
    const figures = await this.hq.figures(asked);
    const utilisation = await this.hq.utilisation(asked);
    const revenue = await this.hq.revenue(asked);
    return {
      ...asked.period,
      previous: asked.previous,
      steps: stepsOf(asked.period),
      figures: figuresOf(figures),
      funnel: funnelOf(figures),
      utilisation,
      revenue,
      centers: figures.map(centerOf),
    };
  }

  private keep(key: string, kept: Kept): void {
    for (const [other, known] of this.kept) if (!this.isFresh(known)) this.kept.delete(other);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(key, kept);
  }

  private isFresh({ at }: Kept): boolean {
    const age = this.clock.now().getTime() - at;
    return age >= 0 && age < FRESH_MS;
  }
}
