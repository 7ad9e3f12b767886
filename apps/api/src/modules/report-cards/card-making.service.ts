import { Injectable } from '@nestjs/common';
import type { ReportCardSnapshot } from '@cartwheel/contracts';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { found } from '../../platform/problems/problem.ts';
import { SettingsService } from '../centers/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { CardFactsRepository } from './card-facts.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { canonical, hashOf } from './frozen-card.ts';
import { ReportCardsRepository } from './report-cards.repository.ts';
import { type Period, type Seal, snapshotOf } from './snapshot.rules.ts';
import { newCode } from './verification-codes.ts';

interface Order {
  studentId: string;
  period: Period;
  /** For who has no summary of the own. */
  summary?: string;
  jobId?: string;
}

/** Puts together what a card says, and freezes it. */
@Injectable()
export class CardMaking {
  constructor(
    private readonly cards: ReportCardsRepository,
    private readonly facts: CardFactsRepository,
    private readonly drafts: DraftsRepository,
    private readonly settings: SettingsService,
    private readonly timeline: TimelineService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  preview(studentId: string, period: Period): Promise<ReportCardSnapshot> {
    return this.compose({ studentId, period }, null);
  }

  /** Answers the new card's id. Within a job a student has one card, however often this runs. */
  async make(order: Order): Promise<string> {
    const { studentId, period, jobId = null } = order;
    const version = await this.cards.takeVersion(studentId, period);
    const made = jobId && (await this.cards.ofJob(jobId, studentId));
    if (made) return made.id;
    const code = newCode();
    const verifyUrl = `${this.config.publicUrl}/verify/${code}`;
    const seal = { code, version, verifyUrl, issuedAt: this.clock.now().toISOString() };
    const body = canonical(await this.compose(order, seal));
    const id = await this.cards.add({ studentId, period, version, code, jobId, body, hash: hashOf(body) });
    const details = { reportCardId: id, version, from: period.from, to: period.to };
    await this.timeline.record({ studentId, kind: 'report-card.made', details });
    return id;
  }

  private async compose({ studentId, period, summary }: Order, seal: Seal | null): Promise<ReportCardSnapshot> {
    const facts = found(await this.facts.of(studentId, period), 'student');
    const draft = await this.drafts.of(studentId, period);
    const { terms, branding } = await this.settings.current();
    return snapshotOf(
      { ...facts, center: { ...facts.center, color: branding.color } },
      {
        period,
        terms,
        seal,
        issuedOn: await this.cards.today(),
        remarks: { comments: draft.comments, summary: draft.summary || (summary ?? '') },
      },
    );
  }
}
