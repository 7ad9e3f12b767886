import { Module } from '@nestjs/common';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { CurriculaModule } from '../curricula/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { AssessingService } from './assessing.service.ts';
import { AssessmentsImportRepository } from './assessments-import.repository.ts';
import { AssessmentsImportService } from './assessments-import.service.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import { MatrixRepository } from './matrix.repository.ts';
import { MatrixService } from './matrix.service.ts';
import { ProgressController } from './progress.controller.ts';
import { StudentSkillsRepository } from './student-skills.repository.ts';
import { StudentSkillsService } from './student-skills.service.ts';

@Module({
  imports: [ClassSessionsModule, CurriculaModule, TimelineModule],
  controllers: [ProgressController],
  providers: [
    AssessingService,
    AssessmentsImportRepository,
    AssessmentsImportService,
    AssessmentsRepository,
    MatrixRepository,
    MatrixService,
    StudentSkillsRepository,
    StudentSkillsService,
  ],
  exports: [AssessmentsImportService],
})
export class ProgressModule {}
