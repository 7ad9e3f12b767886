import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.ts';
import { CentersModule } from '../centers/index.ts';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { DiscountsModule } from '../discounts/index.ts';
import { EnrollmentsModule } from '../enrollments/index.ts';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { IntroVisitsModule } from '../intro-visits/index.ts';
import { InvoicesModule } from '../invoices/index.ts';
import { LeadsModule } from '../leads/index.ts';
import { PaymentsModule } from '../payments/index.ts';
import { ProgressModule } from '../progress/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { AttendanceImportService } from './attendance-import.service.ts';
import { FeesImportService } from './fees-import.service.ts';
import { ImportBatches } from './import-batches.service.ts';
import { ImportContextService } from './import-context.service.ts';
import { ImportPlacesRepository } from './import-places.repository.ts';
import { ImportPreviewService } from './import-preview.service.ts';
import { ImportRowsRepository } from './import-rows.repository.ts';
import { ImportRunner } from './import-runner.service.ts';
import { ImportStagingService } from './import-staging.service.ts';
import { ImportersService } from './importers.service.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsHandlers } from './imports.handlers.ts';
import { ImportsRepository } from './imports.repository.ts';
import { ImportsService } from './imports.service.ts';
import { LeadImportService } from './lead-import.service.ts';
import { SheetParser } from './sheet-parser.service.ts';
import { SkillImportService } from './skill-import.service.ts';
import { StudentImportService } from './student-import.service.ts';

@Module({
  imports: [
    AttendanceModule,
    CentersModule,
    ClassSessionsModule,
    DiscountsModule,
    EnrollmentsModule,
    FollowUpsModule,
    IntroVisitsModule,
    InvoicesModule,
    LeadsModule,
    PaymentsModule,
    ProgressModule,
    StudentsModule,
    TimelineModule,
  ],
  controllers: [ImportsController],
  providers: [
    AttendanceImportService,
    FeesImportService,
    ImportBatches,
    ImportContextService,
    ImportPlacesRepository,
    ImportPreviewService,
    ImportRowsRepository,
    ImportRunner,
    ImportStagingService,
    ImportersService,
    ImportsHandlers,
    ImportsRepository,
    ImportsService,
    LeadImportService,
    SheetParser,
    SkillImportService,
    StudentImportService,
  ],
  exports: [ImportsService],
})
export class ImportsModule {}
