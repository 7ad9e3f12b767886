import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsRepository } from './exports.repository.ts';
import { ExportsService } from './exports.service.ts';
import { ListsService } from './lists.service.ts';

@Module({
  imports: [AuditModule],
  controllers: [ExportsController],
  providers: [ExportsRepository, ExportsService, ListsService],
})
export class ExportsModule {}
