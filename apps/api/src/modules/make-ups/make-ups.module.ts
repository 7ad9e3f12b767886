import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.ts';
import { BookingsModule } from '../bookings/index.ts';
import { CentersModule } from '../centers/index.ts';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { CreditsModule } from '../credits/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { AbsencesRepository } from './absences.repository.ts';
import { AbsencesService } from './absences.service.ts';
import { MakeUpsController } from './make-ups.controller.ts';
import { MakeUpsHandlers } from './make-ups.handlers.ts';
import { MakeUpsRepository } from './make-ups.repository.ts';
import { MakeUpsService } from './make-ups.service.ts';

@Module({
  imports: [AttendanceModule, BookingsModule, CentersModule, ClassSessionsModule, CreditsModule, TimelineModule],
  controllers: [MakeUpsController],
  providers: [AbsencesRepository, AbsencesService, MakeUpsHandlers, MakeUpsRepository, MakeUpsService],
})
export class MakeUpsModule {}
