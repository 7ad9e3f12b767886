import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/index.ts';
import { CentersModule } from '../centers/index.ts';
import { CreditsModule } from '../credits/index.ts';
import { DiscountsModule } from '../discounts/index.ts';
import { InstallmentsModule } from '../installments/index.ts';
import { InvoicesModule } from '../invoices/index.ts';
import { LeadsModule } from '../leads/index.ts';
import { PaymentsModule } from '../payments/index.ts';
import { PlansModule } from '../plans/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { BillingService } from './billing.service.ts';
import { ConversionsService } from './conversions.service.ts';
import { EnrollingService } from './enrolling.service.ts';
import { EnrollmentChangesService } from './enrollment-changes.service.ts';
import { EnrollmentsController } from './enrollments.controller.ts';
import { EnrollmentsHandlers } from './enrollments.handlers.ts';
import { EnrollmentsReadings } from './enrollment-readings.repository.ts';
import { EnrollmentsRepository } from './enrollments.repository.ts';
import { EnrollmentsService } from './enrollments.service.ts';
import { FreezesController } from './freezes.controller.ts';
import { FreezesRepository } from './freezes.repository.ts';
import { FreezesService } from './freezes.service.ts';
import { OpenEnrollmentsService } from './open-enrollments.service.ts';
import { PlacesRepository } from './places.repository.ts';
import { PlacesService } from './places.service.ts';
import { QuotesService } from './quotes.service.ts';
import { RenewingRepository } from './renewing.repository.ts';
import { RenewingService } from './renewing.service.ts';
import { TermsService } from './terms.service.ts';
import { EnrollmentsImportRepository } from './enrollments-import.repository.ts';
import { EnrollmentsImportService } from './enrollments-import.service.ts';

@Module({
  imports: [
    BookingsModule,
    CentersModule,
    CreditsModule,
    DiscountsModule,
    InstallmentsModule,
    InvoicesModule,
    LeadsModule,
    PaymentsModule,
    PlansModule,
    StudentsModule,
    TimelineModule,
  ],
  controllers: [EnrollmentsController, FreezesController],
  providers: [
    BillingService,
    ConversionsService,
    EnrollingService,
    EnrollmentChangesService,
    EnrollmentsHandlers,
    EnrollmentsReadings,
    EnrollmentsRepository,
    EnrollmentsService,
    FreezesRepository,
    FreezesService,
    OpenEnrollmentsService,
    PlacesRepository,
    PlacesService,
    QuotesService,
    RenewingRepository,
    RenewingService,
    TermsService,
    EnrollmentsImportRepository,
    EnrollmentsImportService,
  ],
  exports: [EnrollmentsService, RenewingService, EnrollmentsImportService],
})
export class EnrollmentsModule {}
