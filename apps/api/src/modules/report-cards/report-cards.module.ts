import { Module } from '@nestjs/common';
import { BatchesModule } from '../batches/index.ts';
import { CentersModule } from '../centers/index.ts';
import { StudentsModule } from '../students/index.ts';
import { TimelineModule } from '../timeline/index.ts';
import { CardFactsRepository } from './card-facts.repository.ts';
import { CardJobsRepository } from './card-jobs.repository.ts';
import { CardJobsService } from './card-jobs.service.ts';
import { CardMailService } from './card-mail.service.ts';
import { CardMaking } from './card-making.service.ts';
import { CardSendsRepository } from './card-sends.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { ReportCardsController } from './report-cards.controller.ts';
import { ReportCardsHandlers } from './report-cards.handlers.ts';
import { ReportCardsRepository } from './report-cards.repository.ts';
import { ReportCardsService } from './report-cards.service.ts';
import { SnippetsController } from './snippets.controller.ts';
import { SnippetsRepository } from './snippets.repository.ts';
import { SnippetsService } from './snippets.service.ts';
import { VerificationController } from './verification.controller.ts';
import { VerificationRepository } from './verification.repository.ts';
import { VerificationService } from './verification.service.ts';

@Module({
  imports: [BatchesModule, CentersModule, StudentsModule, TimelineModule],
  controllers: [ReportCardsController, SnippetsController, VerificationController],
  providers: [
    CardFactsRepository,
    CardJobsRepository,
    CardJobsService,
    CardMailService,
    CardMaking,
    CardSendsRepository,
    DraftsRepository,
    ReportCardsHandlers,
    ReportCardsRepository,
    ReportCardsService,
    SnippetsRepository,
    SnippetsService,
    VerificationRepository,
    VerificationService,
  ],
  exports: [CardJobsService],
})
export class ReportCardsModule {}
