import { Module } from '@nestjs/common';
import { TimelineRepository } from './timeline.repository.ts';
import { TimelineService } from './timeline.service.ts';

@Module({ providers: [TimelineRepository, TimelineService], exports: [TimelineService] })
export class TimelineModule {}
