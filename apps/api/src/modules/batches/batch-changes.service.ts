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
import { BatchesRepository } from './batches.repository.ts';
import { assertConsistent, type BatchFields, changed, termsOf } from './batches.rules.ts';

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
    const { version, ...before } = found(await this.batches.lock(id), 'batch');
    if (seen !== undefined && seen !== version) throw new Problem('stale_version');
    const after = changed(before, { ...body, trainerUserIds: body.trainerUserIds && unique(body.trainerUserIds) });
    endsAfterStart(after);
    assertConsistent(after);
    if (before.active && !after.active) await this.assertNobodyIsLeft(id, before.name);
    const added = after.trainerUserIds.filter((userId) => !before.trainerUserIds.includes(userId));
    await this.sessions.assertColleagues(added, 'trainerUserIds');
    if (after.curriculumId && after.curriculumId !== before.curriculumId)
      await this.curricula.assertOffered(after.curriculumId, 'curriculumId');
    await this.batches.update(id, after);
    if (String(before.trainerUserIds) !== String(after.trainerUserIds))
      await this.batches.setTrainers(id, after.trainerUserIds);
    const impact = await this.replanning.replan(termsOf(id, before), termsOf(id, after));
    return { batch: found(await this.batches.find(id), 'batch'), impact, preview: false };
  }

  private async assertNobodyIsLeft(id: string, name: string): Promise<void> {
    if (!(await this.batches.hasCurrentStudents(id))) return;
    throw new Problem('in_use', { detail: `${name} still has students; move them or end their enrollments first` });
  }
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
