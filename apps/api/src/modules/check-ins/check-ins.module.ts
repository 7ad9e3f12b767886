import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.ts';
import { BatchesModule } from '../batches/index.ts';
import { CentersModule } from '../centers/index.ts';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { CheckInsController } from './check-ins.controller.ts';
import { CheckInsHandlers } from './check-ins.handlers.ts';
import { CheckInsService } from './check-ins.service.ts';
import { ClassArrivalsService } from './class-arrivals.service.ts';
import { DoorBookService } from './door-book.service.ts';
import { DoorEventsRepository } from './door-events.repository.ts';
import { DoorLogRepository } from './door-log.repository.ts';
import { DoorLogService } from './door-log.service.ts';
import { PassCodes } from './pass-codes.ts';
import { PassesRepository } from './passes.repository.ts';
import { PassesService } from './passes.service.ts';
import { ProjectionService } from './projection.service.ts';
import { VisitorsService } from './visitors.service.ts';

@Module({
  imports: [AttendanceModule, BatchesModule, CentersModule, ClassSessionsModule, StudentsModule, TimelineModule],
  controllers: [CheckInsController],
  providers: [
    CheckInsHandlers,
    CheckInsService,
    ClassArrivalsService,
    DoorBookService,
    DoorEventsRepository,
    DoorLogRepository,
    DoorLogService,
    PassCodes,
    PassesRepository,
    PassesService,
    ProjectionService,
    VisitorsService,
  ],
})
export class CheckInsModule {}
