import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import { daysBetween } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, refuse } from '../../platform/problems/problem.ts';
import { SessionCancelService, SessionPlanService } from '../class-sessions/index.ts';
import { ClosuresRepository } from './closures.repository.ts';

const LONGEST_DAYS = 366;

/** The days on which a center is closed. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly closures: ClosuresRepository,
    private readonly plan: SessionPlanService,
    private readonly cancelling: SessionCancelService,
  ) {}

  async list(actor: Actor, centerId: string, page: InputOf<typeof contract.listClosures>['query']) {
    assertHere(actor, centerId);
    return pageOf(await this.closures.list(page), page.limit, (row) => [row.from, row.id]);
  }

  /** Cancels what has not begun on those days. Nothing is generated on them meanwhile. */
  async add(actor: Actor, centerId: string, body: InputOf<typeof contract.addClosure>['body']) {
    assertHere(actor, centerId);
    if (body.to < body.from) throw refuse('to', 'Must not come before the first day');
    if (daysBetween(body.from, body.to) > LONGEST_DAYS) throw refuse('to', 'At most a year');
    await this.plan.hold();
    const closure = await this.closures.insert(body);
    const ids = await this.closures.sessionsToCome(body);
    return { ...closure, sessionsCancelled: await this.cancelling.cancel(ids, body.reason, { freeSlot: true }) };
  }

  async remove(actor: Actor, centerId: string, closureId: string) {
    assertHere(actor, centerId);
    const closure = found(await this.closures.remove(closureId), 'closure');
    await this.plan.generateAhead();
    return closure;
  }
}

/** The center in the path is the one the request is made in; any other is not there. */
function assertHere(actor: Actor, centerId: string): void {
  found(actor.center?.id === centerId ? centerId : undefined, 'center');
}
