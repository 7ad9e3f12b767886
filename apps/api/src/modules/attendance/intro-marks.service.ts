import { Injectable } from '@nestjs/common';
import type { IntroVisit } from '@cartwheel/contracts';
import { todayIn } from '@cartwheel/domain/calendar';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { ClassSessionsService, markingRefusal } from '../class-sessions/index.ts';
import { IntroVisitsService } from '../intro-visits/index.ts';
import { MarkingService } from './marking.service.ts';

/** A trial's outcome and its mark on the roster are one fact: whoever writes one writes the other. */
@Injectable()
export class IntroMarksService {
  constructor(
    private readonly intros: IntroVisitsService,
    private readonly sessions: ClassSessionsService,
    private readonly marking: MarkingService,
    private readonly clock: Clock,
  ) {}

  async mark(
    actor: Actor,
    id: string,
    outcome: 'ATTENDED' | 'NO_SHOW',
    notes: string | null | undefined,
  ): Promise<IntroVisit> {
    const visit = await this.intros.get(id);
    if (visit.classSessionId)
      await this.markInSession(actor, { ...visit, classSessionId: visit.classSessionId }, { outcome, notes });
    else this.assertMayMark(actor, visit);
    return this.intros.setOutcome(id, outcome, notes);
  }

  private async markInSession(
    actor: Actor,
    visit: IntroVisit & { classSessionId: string },
    { outcome, notes }: { outcome: 'ATTENDED' | 'NO_SHOW'; notes: string | null | undefined },
  ): Promise<void> {
    const found = await this.sessions.find(actor, visit.classSessionId, { keep: true, ofOthers: true });
    const assigned = found.assigned || visit.trainer?.id === actor.userId;
    const refusal = markingRefusal(actor, { ...found.session, assigned }, found.time);
    if (refusal) throw refusal;
    await this.intros.setOutcome(visit.id, outcome, notes);
    const status = outcome === 'ATTENDED' ? 'TRIAL' : 'ABSENT';
    await this.marking.enter(actor, found, [{ studentId: visit.studentId, status }]);
  }

  /** A visit outside of classes has no sheet; the same days and trainers count. */
  private assertMayMark(actor: Actor, visit: IntroVisit): void {
    if (actor.role === 'TRAINER' && visit.trainer?.id !== actor.userId) {
      throw new Problem('forbidden', { detail: 'This is the visit of another trainer' });
    }
    const today = todayIn(actor.center!.timezone, this.clock.now());
    if (visit.date > today && !may(actor, 'attendance:override')) {
      throw new Problem('invalid_transition', { detail: `It can be marked from ${visit.date} on`, allowed: [] });
    }
  }
}
