import { Module } from '@nestjs/common';
import { CentersModule } from '../centers/index.ts';
import { DiscountsModule } from '../discounts/index.ts';
import { EnrollmentsModule } from '../enrollments/index.ts';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { IntroVisitsModule } from '../intro-visits/index.ts';
import { InvoicesModule } from '../invoices/index.ts';
import { LeadsModule } from '../leads/index.ts';
import { PaymentsModule } from '../payments/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { FeesImportService } from './fees-import.service.ts';
import { ImportContextService } from './import-context.service.ts';
import { ImportPlacesRepository } from './import-places.repository.ts';
import { ImportPreviewService } from './import-preview.service.ts';
import { ImportRowsRepository } from './import-rows.repository.ts';
import { ImportRunner } from './import-runner.service.ts';
import { ImportStagingService } from './import-staging.service.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsHandlers } from './imports.handlers.ts';
import { ImportsRepository } from './imports.repository.ts';
import { ImportsService } from './imports.service.ts';
import { LeadImportService } from './lead-import.service.ts';
import { SheetParser } from './sheet-parser.service.ts';
import { StudentImportService } from './student-import.service.ts';

@Module({
  imports: [
    CentersModule,
    DiscountsModule,
    EnrollmentsModule,
    FollowUpsModule,
    IntroVisitsModule,
    InvoicesModule,
    LeadsModule,
    PaymentsModule,
    StudentsModule,
    TimelineModule,
  ],
  controllers: [ImportsController],
  providers: [
    FeesImportService,
    ImportContextService,
    ImportPlacesRepository,
    ImportPreviewService,
    ImportRowsRepository,
    ImportRunner,
    ImportStagingService,
    ImportsHandlers,
    ImportsRepository,
    ImportsService,
    LeadImportService,
    SheetParser,
    StudentImportService,
  ],
})
export class ImportsModule {}
