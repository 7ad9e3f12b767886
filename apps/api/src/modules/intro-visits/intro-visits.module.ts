import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/index.ts';
import { CentersModule } from '../centers/index.ts';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { LeadsModule } from '../leads/index.ts';
import { StaffModule } from '../staff/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { IntroVisitsController } from './intro-visits.controller.ts';
import { IntroVisitsHandlers } from './intro-visits.handlers.ts';
import { IntroVisitsRepository } from './intro-visits.repository.ts';
import { IntroVisitsService } from './intro-visits.service.ts';
import { SchedulingService } from './scheduling.service.ts';
import { SlotsService } from './slots.service.ts';
import { IntroVisitsImportRepository } from './intro-visits-import.repository.ts';
import { IntroVisitsImportService } from './intro-visits-import.service.ts';

@Module({
  imports: [BookingsModule, CentersModule, FollowUpsModule, LeadsModule, StaffModule, TimelineModule],
  controllers: [IntroVisitsController],
  providers: [
    IntroVisitsRepository,
    SlotsService,
    SchedulingService,
    IntroVisitsService,
    IntroVisitsHandlers,
    IntroVisitsImportRepository,
    IntroVisitsImportService,
  ],
  exports: [IntroVisitsService, IntroVisitsImportService],
})
export class IntroVisitsModule {}
