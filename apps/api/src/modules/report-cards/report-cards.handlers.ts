import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import { CardJobsService } from './card-jobs.service.ts';
import { CardMailService } from './card-mail.service.ts';
import './report-cards.events.ts';

@Injectable()
export class ReportCardsHandlers {
  constructor(
    private readonly jobs: CardJobsService,
    private readonly mail: CardMailService,
  ) {}

  @On('report-card.batch-asked')
  @Outside()
  async makeBatch({ jobId, userId }: EventMap['report-card.batch-asked'], context: Context): Promise<void> {
    await this.jobs.run(jobId, { ...context, userId });
  }

  @On('report-card.send-asked')
  @Outside()
  async mailCard({ reportCardId }: EventMap['report-card.send-asked'], context: Context): Promise<void> {
    await this.mail.mail(reportCardId, context);
  }
}
