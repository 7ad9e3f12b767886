import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/index.ts';
import { ReportCardsModule } from '../report-cards/index.ts';
import { JobsController } from './jobs.controller.ts';
import { JobsService } from './jobs.service.ts';

@Module({ imports: [ImportsModule, ReportCardsModule], controllers: [JobsController], providers: [JobsService] })
export class JobsModule {}
