import { Injectable } from '@nestjs/common';
import type { CheckInNotice, CheckInResult, ProblemCode, Warning } from '@cartwheel/contracts';
import { Problem } from '../../platform/problems/problem.ts';
import type { EventType } from './check-ins.rules.ts';
import { DoorEventsRepository, type NewDoorEvent } from './door-events.repository.ts';
import { DoorLogRepository } from './door-log.repository.ts';
import type { Visitor } from './visitors.service.ts';

/** Somebody at the door, and how it is known. */
export interface Arrival {
  visitor: Visitor;
  at: Date;
  how: Pick<NewDoorEvent, 'method' | 'device' | 'clientEventId'>;
}

export interface Told {
  warnings: Warning[];
  notices?: CheckInNotice[];
}

/** Writes what was accepted and what was refused, and answers it. */
@Injectable()
export class DoorBookService {
  constructor(
    private readonly events: DoorEventsRepository,
    private readonly log: DoorLogRepository,
  ) {}

  /** Answers the event's id. */
  async accept(arrival: Arrival, event: Pick<NewDoorEvent, 'eventType' | 'sessionId' | 'mark'>): Promise<string> {
    const { visitor, at, how } = arrival;
    const { studentId, passId } = visitor;
    const id = await this.events.add({ ...how, ...event, outcome: 'ACCEPTED', studentId, passId, occurredAt: at });
    if (!id) throw new Problem('conflict_retry');
    return id;
  }

  /** The refusal that is to be answered. `sentence`: what the log says, where that must not be the whole reason. */
  async refuse(
    { visitor, at, how }: Omit<Arrival, 'visitor'> & { visitor: Partial<Visitor> },
    eventType: EventType,
    refusal: Problem,
    sentence: string = refusal.message,
  ): Promise<Problem> {
    const { studentId, passId, name } = visitor;
    const reason = refusal.code;
    await this.events.add({
      ...how,
      eventType,
      outcome: 'REFUSED',
      reason,
      sentence,
      studentId,
      passId,
      occurredAt: at,
    });
    return new Problem(refusal.code, { ...refusal.extras, ...(name && { subject: name }) });
  }

  async answer(id: string, told: Told, already = false): Promise<CheckInResult> {
    return { ...(await this.log.find(id)), already, notices: [], ...told };
  }

  /** What was answered when this client event came first; undefined when it never did. */
  async repeat({ visitor, how }: Arrival, told: Told): Promise<CheckInResult | Problem | undefined> {
    const earlier = how.clientEventId && (await this.events.findByClientEvent(how.clientEventId));
    if (!earlier) return undefined;
    if (earlier.studentId !== visitor.studentId) throw new Problem('idempotency_key_reused');
    const answer = await this.answer(earlier.id, told);
    if (answer.outcome === 'ACCEPTED') return answer;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `refuse` writes it
    const code = answer.reason as ProblemCode;
    return new Problem(code, { ...(answer.sentence && { detail: answer.sentence }), subject: visitor.name });
  }
}
