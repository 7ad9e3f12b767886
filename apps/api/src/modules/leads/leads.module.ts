import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/index.ts';
import { StaffModule } from '../staff/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { LeadCardsRepository } from './lead-cards.repository.ts';
import { LeadsController } from './leads.controller.ts';
import { LeadsRepository } from './leads.repository.ts';
import { LeadsService } from './leads.service.ts';
import { PipelineService } from './pipeline.service.ts';
import { LeadsImportRepository } from './leads-import.repository.ts';
import { LeadsImportService } from './leads-import.service.ts';

@Module({
  imports: [FollowUpsModule, StaffModule, StudentsModule, TimelineModule],
  controllers: [LeadsController],
  providers: [
    LeadsRepository,
    LeadCardsRepository,
    PipelineService,
    LeadsService,
    LeadsImportRepository,
    LeadsImportService,
  ],
  exports: [LeadsService, PipelineService, LeadsImportService],
})
export class LeadsModule {}
