import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  changeImport,
  getJob,
  Import,
  InputOf,
  listImportRows,
  listImports,
  AnswerOf,
} from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Events } from '../../platform/events/events.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { importAnswer } from './import-answers.ts';
import { ImportPreviewService } from './import-preview.service.ts';
import { ImportRowsRepository } from './import-rows.repository.ts';
import { ImportStagingService } from './import-staging.service.ts';
import './imports.events.ts';
import { assertMayImport, assertPossible, changedPlan, countsOf, type ImportPlan } from './imports.rules.ts';
import { ImportsRepository, type ImportState } from './imports.repository.ts';
import { SheetParser } from './sheet-parser.service.ts';
import type { UploadedFile } from './upload.guard.ts';

const asItComes: Omit<ImportPlan, 'recognised' | 'encoding'> = {
  choice: {},
  mapping: {},
  dateOrder: null,
  defaults: {},
  valueMap: {},
};

@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly staging: ImportStagingService,
    private readonly preview: ImportPreviewService,
    private readonly parser: SheetParser,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Keeps the original and says what was recognised. Throws what the parser throws. */
  async upload(actor: Actor, { kind, encoding, fileName, bytes }: UploadedFile): Promise<Import> {
    assertMayImport(actor, kind);
    await this.imports.takeTime();
    const plan = { ...asItComes, encoding };
    const recognised = await this.parser.recognise(await this.staging.requestFor({ kind, fileName, plan }, bytes));
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    return this.get(await this.imports.add({ kind, fileName, fileHash, bytes, plan: { ...plan, recognised } }));
  }

  async list(query: InputOf<typeof listImports>['query']) {
    const page = pageOf(await this.imports.list(query), query.limit, (row) => [row.createdAt, row.id]);
    return { ...page, items: page.items.map((row) => importAnswer(row)) };
  }

  async get(id: string): Promise<Import> {
    return importAnswer(found(await this.imports.find(id), 'import'));
  }

  async change(id: string, change: InputOf<typeof changeImport>['body'], seen: number | undefined): Promise<Import> {
    const before = await this.take(id, 'change');
    if (seen !== undefined && seen !== before.version) throw new Problem('stale_version');
    const plan = changedPlan(before.plan, change, before.kind);
    const bytes = await this.staging.original(id);
    const recognised = await this.parser.recognise(await this.staging.requestFor({ ...before, plan }, bytes));
    await this.rows.clear(id);
    await this.imports.setPlan(id, { ...plan, recognised });
    return this.get(id);
  }

  /** Reads every row and says what would become of it. */
  async dryRun(id: string): Promise<Import> {
    const state = await this.take(id, 'dry-run');
    const bytes = await this.staging.original(id);
    const staged = await this.parser.stage(await this.staging.requestFor(state, bytes));
    await this.rows.replace(id, staged);
    const waiting = staged.flatMap(({ record, ...row }, index) =>
      record ? [{ ...row, record, position: index + 1 }] : [],
    );
    await this.rows.settle(id, await this.preview.of(state, waiting));
    const { total, done: _, ...counts } = await this.rows.progress(id);
    await this.imports.setChecked(id, total, counts);
    return this.get(id);
  }

  async run(actor: Actor, id: string): Promise<Import> {
    const { totalRows } = await this.take(id, 'run');
    await this.rows.reopen(id);
    await this.imports.setStatus(id, 'RUNNING');
    await this.imports.setProgress(id, { done: 0, total: totalRows }, countsOf([]));
    await this.events.publish('import.started', { importId: id, userId: actor.userId });
    return this.get(id);
  }

  async undo(actor: Actor, id: string): Promise<Import> {
    await this.take(id, 'undo');
    await this.imports.setStatus(id, 'UNDOING');
    await this.events.publish('import.undo-started', { importId: id, userId: actor.userId });
    return this.get(id);
  }

  async listRows(id: string, query: InputOf<typeof listImportRows>['query']) {
    found(await this.imports.find(id), 'import');
    return pageOf(await this.rows.list(id, query), query.limit, ({ position }) => [position, String(position)]);
  }

  /** An import as a job in the background. */
  async findJob(id: string): Promise<AnswerOf<typeof getJob> | undefined> {
    const state = await this.imports.find(id);
    if (!state) return undefined;
    const { status, doneRows, totalRows, kind } = state;
    const progress = { done: doneRows, total: totalRows };
    return { id, kind: `import ${kind.toLowerCase()}`, state: jobState(status), progress };
  }

  /** Originals are kept for 30 days. */
  async forgetOldFiles(): Promise<void> {
    await this.imports.forgetOldFiles();
  }

  private async take(id: string, step: Parameters<typeof assertPossible>[0]): Promise<ImportState> {
    await this.imports.takeTime();
    const state = found(await this.imports.lock(id), 'import');
    assertPossible(step, state, this.clock.now());
    return state;
  }
}

function jobState(status: Import['status']): AnswerOf<typeof getJob>['state'] {
  if (status === 'FAILED') return 'FAILED';
  if (status === 'DONE' || status === 'UNDONE') return 'DONE';
  return status === 'RUNNING' || status === 'UNDOING' ? 'RUNNING' : 'WAITING';
}
