import { Injectable } from '@nestjs/common';
import { formatMoney } from '@cartwheel/domain/money';
import { Config } from '../../platform/config/config.ts';
import type { Context } from '../../platform/database/database.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { DiscountsRepository } from './discounts.repository.ts';

@Injectable()
export class DiscountNoticesService {
  constructor(
    private readonly discounts: DiscountsRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Mails those who may decide. Nothing is sent when somebody has decided in the meantime. */
  async askForDecision(discountId: string, context: Context): Promise<void> {
    const { discount, approvers, center } = await this.discounts.requestFor(context, discountId);
    if (discount?.status !== 'PENDING') return;
    const amount = formatMoney(discount.amount, center.locale);
    const asker = discount.requestedBy?.name ?? 'Somebody';
    for (const { email, name } of approvers) {
      await this.mailer.send({
        to: email,
        subject: `A discount of ${amount} waits for your decision`,
        paragraphs: [
          `Hello ${name},`,
          `${asker} asks for a discount of ${amount} for ${discount.studentName} at ${center.name}: ${discount.reason}`,
          `${this.config.publicUrl}/c/${center.slug}/payments?tab=discounts`,
        ],
      });
    }
  }
}
