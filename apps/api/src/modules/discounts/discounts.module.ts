import { Module } from '@nestjs/common';
import { CentersModule } from '../centers/index.ts';
import { InvoicesModule } from '../invoices/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { DiscountNoticesService } from './discount-notices.service.ts';
import { DiscountsController } from './discounts.controller.ts';
import { DiscountsHandlers } from './discounts.handlers.ts';
import { DiscountsRepository } from './discounts.repository.ts';
import { DiscountsService } from './discounts.service.ts';
import { DiscountsImportService } from './discounts-import.service.ts';

@Module({
  imports: [CentersModule, InvoicesModule, TimelineModule],
  controllers: [DiscountsController],
  providers: [DiscountNoticesService, DiscountsHandlers, DiscountsRepository, DiscountsService, DiscountsImportService],
  exports: [DiscountsService, DiscountsImportService],
})
export class DiscountsModule {}
