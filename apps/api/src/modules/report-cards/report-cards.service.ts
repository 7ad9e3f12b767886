import { Injectable, StreamableFile } from '@nestjs/common';
import type {
  AnswerOf,
  InputOf,
  generateReportCards,
  listReportCards,
  previewReportCard,
  ReportCard,
  ReportCardDraft,
  saveReportCardDraft,
} from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { trainerIdOf } from '../students/index.ts';
import { CardMaking } from './card-making.service.ts';
import { printCard } from './card-page.ts';
import { fileNameOf } from './card-words.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { frozenSnapshot, intactSnapshot } from './frozen-card.ts';
import { ReportCardsRepository } from './report-cards.repository.ts';
import { periodOf } from './snapshot.rules.ts';

@Injectable()
export class ReportCardsService {
  constructor(
    private readonly cards: ReportCardsRepository,
    private readonly drafts: DraftsRepository,
    private readonly making: CardMaking,
  ) {}

  async list(actor: Actor, query: InputOf<typeof listReportCards>['query']) {
    const rows = await this.cards.list(query, trainerIdOf(actor));
    return pageOf(rows, query.limit, (row) => [row.issuedAt, row.id]);
  }

  async get(actor: Actor, id: string): Promise<ReportCard> {
    const { body, ...card } = found(await this.cards.find(id, trainerIdOf(actor)), 'report card');
    const snapshot = frozenSnapshot({ ...card, body });
    return { ...card, isIntact: snapshot !== null, snapshot };
  }

  /** From the snapshot alone, and only as long as it is what was issued. */
  async print(actor: Actor, id: string): Promise<StreamableFile> {
    const snapshot = intactSnapshot(found(await this.cards.find(id, trainerIdOf(actor)), 'report card'));
    const pdf = await printCard(snapshot);
    const disposition = `inline; filename="${fileNameOf(snapshot)}"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }

  async preview(
    actor: Actor,
    { studentId, ...asked }: InputOf<typeof previewReportCard>['query'],
  ): Promise<AnswerOf<typeof previewReportCard>> {
    found(await this.cards.student(studentId, trainerIdOf(actor)), 'student');
    const period = periodOf(asked, await this.cards.today());
    return {
      snapshot: await this.making.preview(studentId, period),
      draft: await this.drafts.of(studentId, period),
      newest: (await this.cards.newest(studentId, period)) ?? null,
    };
  }

  async saveDraft(
    actor: Actor,
    { studentId, comments, summary, ...asked }: InputOf<typeof saveReportCardDraft>['body'],
    seen: number | undefined,
  ): Promise<ReportCardDraft> {
    await this.assertKnown(actor, studentId);
    const period = periodOf(asked, await this.cards.today());
    const remarks = { comments: comments ?? '', summary: summary ?? '', seen };
    const saved = await this.drafts.save(studentId, period, remarks);
    if (!saved) throw new Problem('stale_version');
    return saved;
  }

  async generate(actor: Actor, studentId: string, body: InputOf<typeof generateReportCards>['body']) {
    await this.assertKnown(actor, studentId);
    const period = periodOf(body, await this.cards.today());
    await this.making.make({ studentId, period, summary: body.summaryNotes ?? '' });
    return found(await this.cards.newest(studentId, period), 'report card');
  }

  private async assertKnown(actor: Actor, studentId: string): Promise<void> {
    if (!(await this.cards.student(studentId, trainerIdOf(actor))))
      throw new Problem('reference_not_found', { detail: 'There is no such student' });
  }
}
