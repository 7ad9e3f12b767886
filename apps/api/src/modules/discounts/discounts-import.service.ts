import { Injectable } from '@nestjs/common';
import { type DiscountToWrite, DiscountsRepository } from './discounts.repository.ts';

@Injectable()
export class DiscountsImportService {
  constructor(private readonly discounts: DiscountsRepository) {}

  /** Discounts that were given elsewhere count: nobody has to approve them again. */
  async note(discounts: readonly DiscountToWrite[]): Promise<void> {
    if (discounts.length > 0) await this.discounts.addMany(discounts, true);
  }
}
