import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { Batch, BatchImpact, InputOf } from '@cartwheel/contracts';
import { found, Problem } from '../../platform/problems/problem.ts';
import {
  ClassSessionsService,
  endsAfterStart,
  SessionPlanService,
  SessionReplanService,
} from '../class-sessions/index.ts';
import { CurriculaService } from '../curricula/index.ts';
import { assertFrom, changedStretches, earlierIn, movedDays } from './batch-from.rules.ts';
import { BatchesRepository, type StoredBatch } from './batches.repository.ts';
import { assertConsistent, type BatchFields, changed } from './batches.rules.ts';

interface BatchChange {
  id: string;
  body: InputOf<typeof contract.changeBatch>['body'];
  seen: number | undefined;
}

interface Changed {
  batch: Batch;
  impact: BatchImpact;
  preview: boolean;
}

@Injectable()
export class BatchChangesService {
  constructor(
    private readonly batches: BatchesRepository,
    private readonly curricula: CurriculaService,
    private readonly sessions: ClassSessionsService,
    private readonly plan: SessionPlanService,
    private readonly replanning: SessionReplanService,
  ) {}

  async open(body: InputOf<typeof contract.createBatch>['body']) {
    const batch: BatchFields = {
      ...body,
      ageMin: body.ageMin ?? null,
      ageMax: body.ageMax ?? null,
      startsOn: body.startsOn ?? null,
      endsOn: body.endsOn ?? null,
      curriculumId: body.curriculumId ?? null,
      trainerUserIds: unique(body.trainerUserIds ?? []),
      active: true,
    };
    endsAfterStart(batch);
    assertConsistent(batch);
    await this.sessions.assertColleagues(batch.trainerUserIds, 'trainerUserIds');
    if (batch.curriculumId) await this.curricula.assertOffered(batch.curriculumId, 'curriculumId');
    const id = await this.batches.insert(batch);
    await this.batches.setTrainers(id, batch.trainerUserIds);
    const { conflicts } = await this.plan.generateAhead(id);
    return { ...found(await this.batches.find(id), 'batch'), conflicts };
  }

  /** Exactly what `change` would do, done and taken back. */
  async preview(change: BatchChange): Promise<Changed> {
    const would = await this.batches.rehearse(() => this.change(change));
    return { ...would, preview: true };
  }

  async change({ id, body, seen }: BatchChange): Promise<Changed> {
    const stored = found(await this.batches.lock(id), 'batch');
    const { version, earlier, now, ...before } = stored;
    if (seen !== undefined && seen !== version) throw new Problem('stale_version');
    assertFrom(body, now);
    const after = this.after(before, body);
    await this.assertPossible(id, before, after);
    const stretches = changedStretches({ id, before, after }, body, { ...now, earlier });
    for (const stretch of stretches) endsAfterStart(stretch.after);
    await this.keep(id, stored, after);
    const said = earlierIn(stretches);
    if (earlier.length > 0 || said.length > 0) await this.batches.setEarlier(id, said);
    const move = body.from && body.moveBy ? { from: body.from, by: body.moveBy } : undefined;
    const impact = await this.replanning.replan({ batchId: id, stretches, move });
    return { batch: found(await this.batches.find(id), 'batch'), impact, preview: false };
  }

  private after(before: BatchFields, { from, moveBy, ...body }: BatchChange['body']): BatchFields {
    const trainerUserIds = body.trainerUserIds && unique(body.trainerUserIds);
    const daysOfWeek =
      from && moveBy ? movedDays(before.daysOfWeek, { from, by: moveBy }, before.name) : body.daysOfWeek;
    return changed(before, { ...body, daysOfWeek, trainerUserIds });
  }

  private async assertPossible(id: string, before: BatchFields, after: BatchFields): Promise<void> {
    endsAfterStart(after);
    assertConsistent(after);
    if (before.active && !after.active) await this.assertNobodyIsLeft(id, before.name);
    const added = after.trainerUserIds.filter((userId) => !before.trainerUserIds.includes(userId));
    await this.sessions.assertColleagues(added, 'trainerUserIds');
    if (after.curriculumId && after.curriculumId !== before.curriculumId)
      await this.curricula.assertOffered(after.curriculumId, 'curriculumId');
  }

  private async keep(id: string, before: StoredBatch, after: BatchFields): Promise<void> {
    await this.batches.update(id, after);
    if (String(before.trainerUserIds) !== String(after.trainerUserIds))
      await this.batches.setTrainers(id, after.trainerUserIds);
  }

  private async assertNobodyIsLeft(id: string, name: string): Promise<void> {
    if (!(await this.batches.hasCurrentStudents(id))) return;
    throw new Problem('in_use', { detail: `${name} still has students; move them or end their enrollments first` });
  }
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
