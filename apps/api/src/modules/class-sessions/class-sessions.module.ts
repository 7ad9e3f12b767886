import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/index.ts';
import { CentersModule } from '../centers/index.ts';
import { CreditsModule } from '../credits/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { ClassSessionsController } from './class-sessions.controller.ts';
import { ClassSessionsHandlers } from './class-sessions.handlers.ts';
import { ClassSessionsRepository } from './class-sessions.repository.ts';
import { ClassSessionsService } from './class-sessions.service.ts';
import { PastSessionsRepository } from './past-sessions.repository.ts';
import { PastSessionsService } from './past-sessions.service.ts';
import { SessionCancelService } from './session-cancel.service.ts';
import { SessionChangesService } from './session-changes.service.ts';
import { SessionMovingService } from './session-moving.service.ts';
import { SessionNoticesRepository } from './session-notices.repository.ts';
import { SessionNoticesService } from './session-notices.service.ts';
import { SessionPlanRepository } from './session-plan.repository.ts';
import { SessionPlanService } from './session-plan.service.ts';
import { SessionReplanRepository } from './session-replan.repository.ts';
import { SessionReplanService } from './session-replan.service.ts';
import { SessionWritesRepository } from './session-writes.repository.ts';

@Module({
  imports: [BookingsModule, CentersModule, CreditsModule, TimelineModule],
  controllers: [ClassSessionsController],
  providers: [
    PastSessionsRepository,
    PastSessionsService,
    ClassSessionsHandlers,
    ClassSessionsRepository,
    ClassSessionsService,
    SessionCancelService,
    SessionChangesService,
    SessionMovingService,
    SessionNoticesRepository,
    SessionNoticesService,
    SessionPlanRepository,
    SessionPlanService,
    SessionReplanRepository,
    SessionReplanService,
    SessionWritesRepository,
  ],
  exports: [PastSessionsService, ClassSessionsService, SessionCancelService, SessionPlanService, SessionReplanService],
})
export class ClassSessionsModule {}
