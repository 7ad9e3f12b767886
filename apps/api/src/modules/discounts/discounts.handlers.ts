import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import { DiscountNoticesService } from './discount-notices.service.ts';
import './discounts.events.ts';

@Injectable()
export class DiscountsHandlers {
  constructor(private readonly notices: DiscountNoticesService) {}

  @Outside()
  @On('discount.requested')
  askForDecision({ discountId }: EventMap['discount.requested'], context: Context): Promise<void> {
    return this.notices.askForDecision(discountId, context);
  }
}
