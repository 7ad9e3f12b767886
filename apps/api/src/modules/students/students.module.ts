import { Module } from '@nestjs/common';
import { TimelineModule } from '../timeline/index.ts';
import { GuardiansRepository } from './guardians.repository.ts';
import { GuardiansService } from './guardians.service.ts';
import { KnownChildrenRepository } from './known-children.repository.ts';
import { KnownChildrenService } from './known-children.service.ts';
import { MergingRepository } from './merging.repository.ts';
import { MergingService } from './merging.service.ts';
import { StudentFactsRepository } from './student-facts.repository.ts';
import { StudentWarningsService } from './student-warnings.service.ts';
import { StudentsController } from './students.controller.ts';
import { StudentsRepository } from './students.repository.ts';
import { StudentsService } from './students.service.ts';
import { StudentsImportRepository } from './students-import.repository.ts';
import { StudentsImportService } from './students-import.service.ts';

@Module({
  imports: [TimelineModule],
  controllers: [StudentsController],
  providers: [
    StudentsRepository,
    StudentFactsRepository,
    GuardiansRepository,
    KnownChildrenRepository,
    MergingRepository,
    StudentsService,
    GuardiansService,
    KnownChildrenService,
    MergingService,
    StudentWarningsService,
    StudentsImportRepository,
    StudentsImportService,
  ],
  exports: [StudentsService, GuardiansService, KnownChildrenService, StudentWarningsService, StudentsImportService],
})
export class StudentsModule {}
