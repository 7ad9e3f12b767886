import { Module } from '@nestjs/common';
import { CentersModule } from '../centers/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { InstallmentNoticesService } from './installment-notices.service.ts';
import { InstallmentNoticesRepository } from './installment-notices.repository.ts';
import { InstallmentsController } from './installments.controller.ts';
import { InstallmentsHandlers } from './installments.handlers.ts';
import { InstallmentsRepository } from './installments.repository.ts';
import { InstallmentsService } from './installments.service.ts';

@Module({
  imports: [CentersModule, TimelineModule],
  controllers: [InstallmentsController],
  providers: [
    InstallmentNoticesRepository,
    InstallmentNoticesService,
    InstallmentsHandlers,
    InstallmentsRepository,
    InstallmentsService,
  ],
  exports: [InstallmentsService],
})
export class InstallmentsModule {}
