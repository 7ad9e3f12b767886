import { Module } from '@nestjs/common';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { BatchChangesService } from './batch-changes.service.ts';
import { BatchesController } from './batches.controller.ts';
import { BatchesRepository } from './batches.repository.ts';
import { BatchesService } from './batches.service.ts';

@Module({
  imports: [ClassSessionsModule],
  controllers: [BatchesController],
  providers: [BatchChangesService, BatchesRepository, BatchesService],
  exports: [BatchesService],
})
export class BatchesModule {}
