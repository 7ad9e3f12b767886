import { Module } from '@nestjs/common';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { DiscountsModule } from '../discounts/index.ts';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { IntroVisitsModule } from '../intro-visits/index.ts';
import { InvoicesModule } from '../invoices/index.ts';
import { RenewalsModule } from '../renewals/index.ts';
import { DashboardController } from './dashboard.controller.ts';
import { DashboardRepository } from './dashboard.repository.ts';
import { DashboardService } from './dashboard.service.ts';
import { DeskService } from './desk.service.ts';

@Module({
  imports: [ClassSessionsModule, DiscountsModule, FollowUpsModule, IntroVisitsModule, InvoicesModule, RenewalsModule],
  controllers: [DashboardController],
  providers: [DashboardRepository, DashboardService, DeskService],
})
export class DashboardModule {}
