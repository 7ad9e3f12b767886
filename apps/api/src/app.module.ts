import { type DynamicModule, Module } from '@nestjs/common';
import { AttendanceModule } from './modules/attendance/index.ts';
import { AuditModule } from './modules/audit/index.ts';
import { AuthModule } from './modules/auth/index.ts';
import { BatchesModule } from './modules/batches/index.ts';
import { CentersModule } from './modules/centers/index.ts';
import { CheckInsModule } from './modules/check-ins/index.ts';
import { ClassSessionsModule } from './modules/class-sessions/index.ts';
import { ClosuresModule } from './modules/closures/index.ts';
import { CurriculaModule } from './modules/curricula/index.ts';
import { HqModule } from './modules/hq/index.ts';
import { StudentsModule } from './modules/students/index.ts';
import { MakeUpsModule } from './modules/make-ups/index.ts';
import { UsersModule } from './modules/users/index.ts';
import { ProgressModule } from './modules/progress/index.ts';
import { PlansModule } from './modules/plans/index.ts';
import { ExportsModule } from './modules/exports/index.ts';
import { ImportsModule } from './modules/imports/index.ts';
import { InstallmentsModule } from './modules/installments/index.ts';
import { InvoicesModule } from './modules/invoices/index.ts';
import { PaymentsModule } from './modules/payments/index.ts';
import { DashboardModule } from './modules/dashboard/index.ts';
import { DiscountsModule } from './modules/discounts/index.ts';
import { EnrollmentsModule } from './modules/enrollments/index.ts';
import { FollowUpsModule } from './modules/follow-ups/index.ts';
import { LeadsModule } from './modules/leads/index.ts';
import { IntroVisitsModule } from './modules/intro-visits/index.ts';
import { RenewalsModule } from './modules/renewals/index.ts';
import { SearchModule } from './modules/search/index.ts';
import { JobsModule } from './modules/jobs/index.ts';
import { ReportCardsModule } from './modules/report-cards/index.ts';
import type { Config } from './platform/config/config.ts';
import { PlatformModule } from './platform/platform.module.ts';

/** The table of contents: what Cartwheel knows about. */
const domains = [
  AuthModule,
  AuditModule,
  CentersModule,
  UsersModule,
  HqModule,
  StudentsModule,
  BatchesModule,
  ClassSessionsModule,
  ClosuresModule,
  AttendanceModule,
  CurriculaModule,
  ProgressModule,
  CheckInsModule,
  MakeUpsModule,
  DashboardModule,
  PlansModule,
  InvoicesModule,
  InstallmentsModule,
  PaymentsModule,
  DiscountsModule,
  EnrollmentsModule,
  FollowUpsModule,
  LeadsModule,
  IntroVisitsModule,
  RenewalsModule,
  SearchModule,
  ReportCardsModule,
  ImportsModule,
  JobsModule,
  ExportsModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), ...domains] };
  }
}
