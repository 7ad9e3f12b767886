import { Module } from '@nestjs/common';
import { InvoicesModule } from '../invoices/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { PaymentsController } from './payments.controller.ts';
import { PaymentsRepository } from './payments.repository.ts';
import { PaymentsService } from './payments.service.ts';
import { RefundsService } from './refunds.service.ts';
import { PaymentsImportService } from './payments-import.service.ts';

@Module({
  imports: [InvoicesModule, TimelineModule],
  controllers: [PaymentsController],
  providers: [PaymentsRepository, PaymentsService, RefundsService, PaymentsImportService],
  exports: [PaymentsService, PaymentsImportService],
})
export class PaymentsModule {}
