import { Injectable } from '@nestjs/common';
import { type DiscountToWrite, DiscountsRepository } from './discounts.repository.ts';

@Injectable()
export class DiscountsImportService {
  constructor(private readonly discounts: DiscountsRepository) {}

  /** A discount that was given elsewhere counts: nobody has to approve it again. */
  async note(discount: DiscountToWrite): Promise<void> {
    await this.discounts.add(discount, true);
  }
}
