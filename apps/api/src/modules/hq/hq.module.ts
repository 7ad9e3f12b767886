import { Module } from '@nestjs/common';
import { CentersToCount } from './centers-to-count.repository.ts';
import { FiguresHandlers } from './figures.handlers.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FiguresService } from './figures.service.ts';
import { HqController } from './hq.controller.ts';
import { HqRepository } from './hq.repository.ts';
import { HqService } from './hq.service.ts';

@Module({
  controllers: [HqController],
  providers: [HqRepository, HqService, FiguresRepository, FiguresService, CentersToCount, FiguresHandlers],
})
export class HqModule {}
