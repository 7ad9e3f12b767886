import { Injectable } from '@nestjs/common';
import type { CheckInNotice, CheckInResult, InputOf, recordCheckIn } from '@cartwheel/contracts';
import { todayIn } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { SettingsService } from '../centers/index.ts';
import { ClassSessionsService } from '../class-sessions/index.ts';
import { StudentWarningsService, trainerIdOf, visibleWarnings } from '../students/index.ts';
import {
  classNow,
  type EventType,
  happenedAt,
  noticeWithoutClass,
  OFFLINE_HOURS,
  storedType,
} from './check-ins.rules.ts';
import { ClassArrivalsService } from './class-arrivals.service.ts';
import { type Arrival, DoorBookService } from './door-book.service.ts';
import { DoorEventsRepository } from './door-events.repository.ts';
import { PassesRepository } from './passes.repository.ts';
import { VisitorsService } from './visitors.service.ts';

type Body = InputOf<typeof recordCheckIn>['body'];

@Injectable()
export class CheckInsService {
  constructor(
    private readonly visitors: VisitorsService,
    private readonly passes: PassesRepository,
    private readonly events: DoorEventsRepository,
    private readonly book: DoorBookService,
    private readonly classes: ClassArrivalsService,
    private readonly sessions: ClassSessionsService,
    private readonly warnings: StudentWarningsService,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  /** A problem is answered where somebody is turned away, and is in the log; what is thrown leaves nothing behind. */
  async record(actor: Actor, body: Body): Promise<CheckInResult | Problem> {
    const at = happenedAt(body.occurredAt, this.clock.now());
    if (!at) throw refuse('occurredAt', `At most ${OFFLINE_HOURS} hours ago`);
    const { device, clientEventId } = body;
    const method = body.code !== undefined ? 'QR' : device ? 'KIOSK' : 'MANUAL';
    const how = { method, device, clientEventId } as const;
    const visitor = await this.visitors.recognise(actor, body);
    if ('refusal' in visitor) {
      const { refusal, ...whose } = visitor;
      await this.book.refuse({ visitor: whose, at, how }, storedType[body.eventType ?? 'CENTER_CHECK_IN'], refusal);
      return refusal;
    }
    await this.passes.lock(visitor.studentId);
    const arrival: Arrival = { visitor, at, how };
    const earlier = await this.book.repeat(arrival, await this.told(actor, visitor.studentId));
    return earlier ?? this.letThrough(actor, arrival, body);
  }

  private async letThrough(actor: Actor, arrival: Arrival, { classSessionId, eventType }: Body) {
    if (classSessionId) return this.toClass(actor, classSessionId, arrival);
    const trains = trainerIdOf(actor);
    if (eventType && eventType !== 'SESSION_CHECK_IN') {
      if (trains) throw notTheirs();
      return this.toCenter(actor, arrival, storedType[eventType]);
    }
    const today = todayIn(actor.center!.timezone, arrival.at);
    const expected = await this.events.expected(arrival.visitor.studentId, today, trains);
    const { attendance } = await this.settings.current();
    const session = classNow(expected, arrival.at, attendance);
    if (session) return this.toClass(actor, session.id, arrival);
    const notice = noticeWithoutClass(expected, { at: arrival.at, today });
    if (!eventType && !trains) return this.toCenter(actor, arrival, 'CENTER_IN', [notice]);
    if (!notice.session) {
      if (trains) throw notTheirs();
      const refusal = new Problem('invalid_transition', { detail: 'There is no class today', allowed: [] });
      return this.book.refuse(arrival, 'SESSION_IN', refusal);
    }
    return this.toClass(actor, notice.session.id, arrival);
  }

  /** Into the house, or out of it. */
  private async toCenter(actor: Actor, arrival: Arrival, eventType: EventType, notices: CheckInNotice[] = []) {
    const { studentId } = arrival.visitor;
    const told = { ...(await this.told(actor, studentId)), notices };
    const last = await this.events.lastOfDay(studentId, arrival.at);
    const isDone = last && (last.eventType === 'CENTER_OUT') === (eventType === 'CENTER_OUT');
    if (isDone) return this.book.answer(last.id, told, true);
    return this.book.answer(await this.book.accept(arrival, { eventType }), told);
  }

  /** Whether it is open, the class itself knows. */
  private async toClass(actor: Actor, sessionId: string, arrival: Arrival): Promise<CheckInResult | Problem> {
    return this.classes.checkIn(actor, await this.sessions.find(actor, sessionId, { keep: true }), arrival);
  }

  private async told(actor: Actor, studentId: string) {
    const all = await this.warnings.of([studentId]);
    return { warnings: visibleWarnings(actor, all.get(studentId) ?? []) };
  }
}

const notTheirs = () => new Problem('forbidden', { detail: 'Trainers check in to their own classes' });
