import { Module } from '@nestjs/common';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { CurriculaModule } from '../curricula/index.ts';
import { BatchChangesService } from './batch-changes.service.ts';
import { BatchesController } from './batches.controller.ts';
import { BatchesRepository } from './batches.repository.ts';
import { BatchesService } from './batches.service.ts';

@Module({
  imports: [ClassSessionsModule, CurriculaModule],
  controllers: [BatchesController],
  providers: [BatchChangesService, BatchesRepository, BatchesService],
  exports: [BatchesService],
})
export class BatchesModule {}
