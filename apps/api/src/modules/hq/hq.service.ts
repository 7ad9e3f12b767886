import { Injectable } from '@nestjs/common';
import type { getHqDashboard, InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { type CenterFigures, HqRepository } from './hq.repository.ts';
import { type Period, periodOf } from './hq.rules.ts';

const FRESH_MS = 15_000;
const MOST_KEPT = 200;

interface Kept {
  at: number;
  figures: Promise<CenterFigures[]>;
}

@Injectable()
export class HqService {
  /** Counted once for all who ask within a few seconds; each process has its own, and may lose it. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly hq: HqRepository,
    private readonly clock: Clock,
  ) {}

  /** All centers of the organization side by side, as of at most fifteen seconds ago. */
  async dashboard(actor: Actor, asked: InputOf<typeof getHqDashboard>['query']) {
    const period = periodOf(asked, await this.hq.today());
    return { ...period, centers: await this.figures(actor.organizationId, period) };
  }

  private figures(organizationId: string, period: Period): Promise<CenterFigures[]> {
    const key = [organizationId, period.from, period.to].join();
    const known = this.kept.get(key);
    if (known && this.isFresh(known)) return known.figures;
    const figures = this.hq.figures(period);
    this.keep(key, { at: this.clock.now().getTime(), figures });
    figures.catch(() => this.kept.delete(key));
    return figures;
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
