import { Module } from '@nestjs/common';
import { BookingsModule } from '../bookings/index.ts';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { CreditsModule } from '../credits/index.ts';
import { IntroVisitsModule } from '../intro-visits/index.ts';
import { StudentsModule } from '../students/index.ts';
import { AttendanceController } from './attendance.controller.ts';
import { AttendanceHandlers } from './attendance.handlers.ts';
import { AttendanceRepository } from './attendance.repository.ts';
import { ExcusesService } from './excuses.service.ts';
import { IntroMarksService } from './intro-marks.service.ts';
import { MarkingService } from './marking.service.ts';
import { MarksImportRepository } from './marks-import.repository.ts';
import { MarksImportService } from './marks-import.service.ts';
import { RecordsRepository } from './records.repository.ts';
import { RecordsService } from './records.service.ts';
import { RosterService } from './roster.service.ts';

@Module({
  imports: [BookingsModule, ClassSessionsModule, CreditsModule, IntroVisitsModule, StudentsModule],
  controllers: [AttendanceController],
  providers: [
    AttendanceHandlers,
    AttendanceRepository,
    ExcusesService,
    IntroMarksService,
    MarkingService,
    MarksImportRepository,
    MarksImportService,
    RecordsRepository,
    RecordsService,
    RosterService,
  ],
  exports: [ExcusesService, MarkingService, MarksImportService, RosterService],
})
export class AttendanceModule {}
