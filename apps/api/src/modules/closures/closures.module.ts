import { Module } from '@nestjs/common';
import { ClassSessionsModule } from '../class-sessions/index.ts';
import { ClosuresController } from './closures.controller.ts';
import { ClosuresRepository } from './closures.repository.ts';
import { ClosuresService } from './closures.service.ts';

@Module({
  imports: [ClassSessionsModule],
  controllers: [ClosuresController],
  providers: [ClosuresRepository, ClosuresService],
})
export class ClosuresModule {}
