import { Injectable } from '@nestjs/common';
import type { Dashboard } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { DiscountsService } from '../discounts/index.ts';
import { FollowUpsService } from '../follow-ups/index.ts';
import { InvoicesService } from '../invoices/index.ts';
import { RenewalsService } from '../renewals/index.ts';
import { DashboardRepository } from './dashboard.repository.ts';
import { SHOWN } from './dashboard.rules.ts';

/** The parts of the desk: nobody is asked for what the person may not see. */
@Injectable()
export class DeskService {
  constructor(
    private readonly counts: DashboardRepository,
    private readonly followUps: FollowUpsService,
    private readonly renewals: RenewalsService,
    private readonly invoices: InvoicesService,
    private readonly discounts: DiscountsService,
  ) {}

  async partsOf(actor: Actor): Promise<Partial<Dashboard>> {
    return {
      ...(may(actor, 'leads:read') && (await this.calls())),
      ...(may(actor, 'renewals:read') && { expiring: await this.renewals.endingThisWeek(SHOWN) }),
      ...(may(actor, 'payments:read') && (await this.money(actor))),
    };
  }

  /** The list begins with what is due longest, so what is due by tonight comes first in it. */
  private async calls(): Promise<Pick<Dashboard, 'followUpsDue' | 'counts'>> {
    const { followUpsDue: count, ...counts } = await this.counts.desk();
    const items = count === 0 ? [] : (await this.followUps.list({ limit: Math.min(count, SHOWN) })).items;
    return { followUpsDue: { count, items }, counts };
  }

  private async money(actor: Actor): Promise<Pick<Dashboard, 'paymentsDue' | 'discountsPending' | 'collectedToday'>> {
    const { invoicesDue, dueMinor, discountsPending, collectedMinor } = await this.counts.money();
    const { currency } = actor.center!;
    const due = await this.invoices.list({ due: 'now', limit: SHOWN });
    const pending = await this.discounts.list({ status: 'PENDING', limit: SHOWN });
    return {
      paymentsDue: { count: invoicesDue, items: due.items, amount: { amountMinor: dueMinor, currency } },
      discountsPending: { count: discountsPending, items: pending.items },
      collectedToday: { amountMinor: collectedMinor, currency },
    };
  }
}
