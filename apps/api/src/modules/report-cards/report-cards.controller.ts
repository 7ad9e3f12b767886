import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { CardJobsService } from './card-jobs.service.ts';
import { CardMailService } from './card-mail.service.ts';
import { ReportCardsService } from './report-cards.service.ts';

@Controller()
export class ReportCardsController {
  constructor(
    private readonly cards: ReportCardsService,
    private readonly jobs: CardJobsService,
    private readonly mail: CardMailService,
  ) {}

  @Handles(contract.listReportCards)
  listReportCards(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listReportCards>) {
    return this.cards.list(actor, query);
  }

  @Handles(contract.previewReportCard)
  previewReportCard(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.previewReportCard>) {
    return this.cards.preview(actor, query);
  }

  @Handles(contract.saveReportCardDraft)
  saveReportCardDraft(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof contract.saveReportCardDraft>,
    @SeenVersion() seen?: number,
  ) {
    return this.cards.saveDraft(actor, body, seen);
  }

  @Handles(contract.generateReportCards)
  async generateReportCards(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof contract.generateReportCards>,
  ) {
    if (body.batchId) return { card: null, job: await this.jobs.start(actor, body.batchId, body) };
    return { card: await this.cards.generate(actor, body.studentId ?? '', body), job: null };
  }

  @Handles(contract.listBatchReportCards)
  listBatchReportCards(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof contract.listBatchReportCards>,
  ) {
    return this.jobs.describe(actor, params.id, query);
  }

  @Handles(contract.getReportCard)
  getReportCard(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getReportCard>) {
    return this.cards.get(actor, params.id);
  }

  @Handles(contract.getReportCardPdf)
  getReportCardPdf(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getReportCardPdf>) {
    return this.cards.print(actor, params.id);
  }

  @Handles(contract.sendReportCard)
  sendReportCard(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.sendReportCard>) {
    return this.mail.send(actor, params.id);
  }
}
