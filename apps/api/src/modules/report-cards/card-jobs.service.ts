import { Injectable } from '@nestjs/common';
import type {
  AnswerOf,
  BatchReportCard,
  generateReportCards,
  getJob,
  InputOf,
  listBatchReportCards,
  ReportCardJob,
} from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Context } from '../../platform/database/database.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { Events } from '../../platform/events/events.ts';
import { found } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { BatchesService } from '../batches/index.ts';
import { trainerIdOf } from '../students/index.ts';
import { batchState } from './batch-state.rules.ts';
import { CardJobsRepository, type OpenJob } from './card-jobs.repository.ts';
import { CardMaking } from './card-making.service.ts';
import './report-cards.events.ts';
import { ReportCardsRepository } from './report-cards.repository.ts';
import { periodOf } from './snapshot.rules.ts';

/** What says nothing about the student: the same card may go well a moment later, and the worker tries again. */
const passing = new Set(['conflict_retry', 'overloaded', 'unavailable']);

/** The cards of a whole batch. */
@Injectable()
export class CardJobsService {
  constructor(
    private readonly jobs: CardJobsRepository,
    private readonly cards: ReportCardsRepository,
    private readonly making: CardMaking,
    private readonly batches: BatchesService,
    private readonly units: UnitsOfWork,
    private readonly events: Events,
  ) {}

  async describe(actor: Actor, batchId: string, asked: InputOf<typeof listBatchReportCards>['query']) {
    await this.batches.get(actor, batchId);
    const period = periodOf(asked, await this.cards.today());
    const students = await this.jobs.studentsOf(batchId, period, trainerIdOf(actor));
    const made = await this.cards.newestOf(
      students.map(({ student }) => student.id),
      period,
    );
    const rows = students.map((row): BatchReportCard => {
      const card = made.find(({ student }) => student.id === row.student.id) ?? null;
      return { ...row, card, state: batchState(row.draft, card) };
    });
    return { period, rows, job: (await this.jobs.newestOf(batchId, period)) ?? null };
  }

  /** While a job is at the same cards it is that one: asking again wakes it up, should its worker have died. */
  async start(
    actor: Actor,
    batchId: string,
    body: InputOf<typeof generateReportCards>['body'],
  ): Promise<ReportCardJob> {
    await this.batches.get(actor, batchId);
    const period = periodOf(body, await this.cards.today());
    const students = await this.jobs.studentsOf(batchId, period, trainerIdOf(actor));
    const studentIds = students.map(({ student }) => student.id);
    await this.jobs.add({ batchId, period, summary: body.summaryNotes ?? '', studentIds });
    const job = found(await this.jobs.newestOf(batchId, period), 'job');
    await this.events.publish('report-card.batch-asked', { jobId: job.id, userId: actor.userId });
    return job;
  }

  /** As any job in the background is told of. A trainer knows of those for the own batches. */
  async find(actor: Actor, id: string): Promise<AnswerOf<typeof getJob> | undefined> {
    const job = await this.jobs.find(id);
    if (!job) return undefined;
    await this.batches.get(actor, job.batchId);
    return { id, kind: 'report cards', state: job.state, progress: { done: job.done, total: job.total } };
  }

  /** Each card is a step of its own, so that the job may stop and go on anywhere. `context` names who asked. */
  async run(jobId: string, context: Context): Promise<void> {
    while (await this.units.run(context, () => this.nextCard(jobId)));
  }

  /** Answers whether there may be more. */
  private async nextCard(jobId: string): Promise<boolean> {
    const job = await this.jobs.take(jobId);
    if (!job) return false;
    const studentId = await this.jobs.nextStudent(jobId);
    if (studentId) await this.jobs.settle(jobId, studentId, await this.reasonAgainst(job, jobId, studentId));
    else await this.jobs.finish(jobId);
    return studentId !== undefined;
  }

  /** Makes the card. Answers why it could not be made, or null. */
  private async reasonAgainst({ period, summary }: OpenJob, jobId: string, studentId: string): Promise<string | null> {
    try {
      await this.jobs.attempt(() => this.making.make({ studentId, period, summary, jobId }));
      return null;
    } catch (error) {
      const problem = toProblem(error);
      if (passing.has(problem.code)) throw error;
      return problem.message;
    }
  }
}
