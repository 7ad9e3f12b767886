import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { MarkingService, RosterService } from '../attendance/index.ts';
import type { SessionFound } from '../class-sessions/index.ts';
import { projected, wasThere } from './check-ins.rules.ts';
import { DoorEventsRepository } from './door-events.repository.ts';

/** Attendance is what the door events of a class project to, unless somebody's hand said otherwise. */
@Injectable()
export class ProjectionService {
  constructor(
    private readonly events: DoorEventsRepository,
    private readonly rosters: RosterService,
    private readonly marking: MarkingService,
  ) {}

  /**
   * Writes the marks that follow from what happened at the door; those that are right stay untouched, so it may run again
   * at any time. Answers the students whose arrival counts for nothing, because a mark somebody wrote since stands.
   */
  async project(actor: Actor, found: SessionFound, studentIds: readonly string[]): Promise<Set<string>> {
    const arrivals = await this.events.arrivals(found.session.id, studentIds);
    const entries = await this.rosters.entries(actor, found, studentIds);
    const kept = new Set<string>();
    for (const { studentId, mark, markedAt, markMethod } of entries) {
      const events = arrivals.get(studentId);
      if (!events) continue;
      const clearedAt = events[0]?.clearedAt ?? null;
      const fromTheDoor = markMethod === 'QR' || markMethod === 'KIOSK';
      const event = projected(events, { mark, markedAt, fromTheDoor, clearedAt });
      if (!event) {
        if (!wasThere(mark)) kept.add(studentId);
        continue;
      }
      const how = { method: event.method === 'QR' ? 'QR' : 'KIOSK', at: event.occurredAt } as const;
      await this.marking.enter(actor, found, [{ studentId, status: event.mark }], how);
    }
    return kept;
  }
}
