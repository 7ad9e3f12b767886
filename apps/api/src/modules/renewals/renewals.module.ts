import { Module } from '@nestjs/common';
import { EnrollmentsModule } from '../enrollments/index.ts';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { StaffModule } from '../staff/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { RenewalActsService } from './renewal-acts.service.ts';
import { RenewalFiguresRepository } from './renewal-figures.repository.ts';
import { RenewalFiguresService } from './renewal-figures.service.ts';
import { RenewalNotesRepository } from './renewal-notes.repository.ts';
import { RenewalsController } from './renewals.controller.ts';
import { RenewalsHandlers } from './renewals.handlers.ts';
import { RenewalsRepository } from './renewals.repository.ts';
import { RenewalsService } from './renewals.service.ts';

@Module({
  imports: [EnrollmentsModule, FollowUpsModule, StaffModule, StudentsModule, TimelineModule],
  controllers: [RenewalsController],
  providers: [
    RenewalActsService,
    RenewalFiguresRepository,
    RenewalFiguresService,
    RenewalNotesRepository,
    RenewalsHandlers,
    RenewalsRepository,
    RenewalsService,
  ],
  exports: [RenewalsService],
})
export class RenewalsModule {}
