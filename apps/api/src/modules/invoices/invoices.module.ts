import { Module } from '@nestjs/common';
import { CentersModule } from '../centers/index.ts';
import { InstallmentsModule } from '../installments/index.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AccountsService } from './accounts.service.ts';
import { InvoicesController } from './invoices.controller.ts';
import { InvoicesReadings } from './invoice-readings.repository.ts';
import { InvoicesRepository } from './invoices.repository.ts';
import { InvoicesService } from './invoices.service.ts';
import { ReceiptsService } from './receipts.service.ts';
import { InvoicesImportRepository } from './invoices-import.repository.ts';
import { InvoicesImportService } from './invoices-import.service.ts';

@Module({
  imports: [CentersModule, InstallmentsModule],
  controllers: [InvoicesController],
  providers: [
    AccountsRepository,
    AccountsService,
    InvoicesReadings,
    InvoicesRepository,
    InvoicesService,
    ReceiptsService,
    InvoicesImportRepository,
    InvoicesImportService,
  ],
  exports: [AccountsService, InvoicesService, InvoicesImportService],
})
export class InvoicesModule {}
