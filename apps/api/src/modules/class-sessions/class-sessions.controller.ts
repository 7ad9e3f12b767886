import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { ClassSessionsService } from './class-sessions.service.ts';
import { SessionChangesService } from './session-changes.service.ts';
import { SessionPlanService } from './session-plan.service.ts';

@Controller()
export class ClassSessionsController {
  constructor(
    private readonly sessions: ClassSessionsService,
    private readonly changes: SessionChangesService,
    private readonly plan: SessionPlanService,
  ) {}

  @Handles(contract.createClassSession)
  createClassSession(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createClassSession>) {
    return this.changes.create(actor, body);
  }

  @Handles(contract.generateClassSessions)
  generateClassSessions(@Input() { body }: InputOf<typeof contract.generateClassSessions>) {
    return this.plan.generateUntil(body.until, body.batchId);
  }

  @Handles(contract.listClassSessions)
  listClassSessions(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listClassSessions>) {
    return this.sessions.list(actor, query);
  }

  @Handles(contract.getClassSession)
  getClassSession(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getClassSession>) {
    return this.sessions.get(actor, params.id);
  }

  @Handles(contract.changeClassSession)
  changeClassSession(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: InputOf<typeof contract.changeClassSession>,
    @SeenVersion() seen?: number,
  ) {
    const act = query.preview ? 'preview' : 'change';
    return this.changes[act](actor, params.id, body, seen);
  }

  @Handles(contract.cancelClassSession)
  cancelClassSession(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.cancelClassSession>,
  ) {
    return this.changes.cancel(actor, params.id, body.reason);
  }
}
