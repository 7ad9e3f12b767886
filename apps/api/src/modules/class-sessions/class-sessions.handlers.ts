import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import './class-sessions.events.ts';
import { SessionChangesService } from './session-changes.service.ts';
import { SessionNoticesService } from './session-notices.service.ts';
import { SessionPlanService } from './session-plan.service.ts';

@Injectable()
export class ClassSessionsHandlers {
  constructor(
    private readonly plan: SessionPlanService,
    private readonly changes: SessionChangesService,
    private readonly notices: SessionNoticesService,
  ) {}

  @On('night.fell')
  async completeYesterday() {
    await this.changes.completePast();
  }

  @On('night.fell')
  async generateAhead() {
    await this.plan.generateAhead();
  }

  @On('class-session.cancelled')
  async noteCancelled(event: EventMap['class-session.cancelled']) {
    await this.notices.noteCancelled(event);
  }

  @On('class-session.moved')
  async noteMoved(event: EventMap['class-session.moved']) {
    await this.notices.noteMoved(event);
  }

  @Outside()
  @On('class-session.cancelled')
  async tellFamilies(event: EventMap['class-session.cancelled'], context: Context) {
    await this.notices.tellCancelled(event, context);
  }

  @Outside()
  @On('class-session.moved')
  async tellFamiliesOfMove(event: EventMap['class-session.moved'], context: Context) {
    await this.notices.tellMoved(event, context);
  }

  @Outside()
  @On('class-sessions.moved')
  async tellFamiliesOfMoves({ sessions }: EventMap['class-sessions.moved'], context: Context) {
    await this.notices.tellMovedTogether(sessions, context);
  }
}
