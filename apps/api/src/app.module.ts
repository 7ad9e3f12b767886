import { type DynamicModule, Module } from '@nestjs/common';
import { AttendanceModule } from './modules/attendance/index.ts';
import { AuditModule } from './modules/audit/index.ts';
import { AuthModule } from './modules/auth/index.ts';
import { BatchesModule } from './modules/batches/index.ts';
import { CentersModule } from './modules/centers/index.ts';
import { ClassSessionsModule } from './modules/class-sessions/index.ts';
import { ClosuresModule } from './modules/closures/index.ts';
import { HqModule } from './modules/hq/index.ts';
import { StudentsModule } from './modules/students/index.ts';
import { UsersModule } from './modules/users/index.ts';
import { PlansModule } from './modules/plans/index.ts';
import { ExportsModule } from './modules/exports/index.ts';
import { ImportsModule } from './modules/imports/index.ts';
import { InvoicesModule } from './modules/invoices/index.ts';
import { PaymentsModule } from './modules/payments/index.ts';
import { DashboardModule } from './modules/dashboard/index.ts';
import { DiscountsModule } from './modules/discounts/index.ts';
import { EnrollmentsModule } from './modules/enrollments/index.ts';
import { FollowUpsModule } from './modules/follow-ups/index.ts';
import { LeadsModule } from './modules/leads/index.ts';
import { IntroVisitsModule } from './modules/intro-visits/index.ts';
import { SearchModule } from './modules/search/index.ts';
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
  DashboardModule,
  PlansModule,
  InvoicesModule,
  PaymentsModule,
  DiscountsModule,
  EnrollmentsModule,
  FollowUpsModule,
  LeadsModule,
  IntroVisitsModule,
  SearchModule,
  ImportsModule,
  ExportsModule,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), ...domains] };
  }
}
