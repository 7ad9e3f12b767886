import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { nothing, sql } from '../../platform/database/sql.ts';
import { assignedTo } from '../class-sessions/session-view.sql.ts';
import type { AtTheDoor, EventType, Expected, SessionEvent } from './check-ins.rules.ts';

export interface NewDoorEvent {
  eventType: EventType;
  outcome: 'ACCEPTED' | 'REFUSED';
  reason?: string;
  sentence?: string;
  studentId?: string | undefined;
  passId?: string | undefined;
  sessionId?: string;
  mark?: AtTheDoor;
  method: 'QR' | 'KIOSK' | 'MANUAL';
  device?: string | undefined;
  clientEventId?: string | undefined;
  occurredAt: Date;
}

interface LastEvent {
  id: string;
  eventType: EventType;
}

/** Writes what happens at the door, and reads what the next decision needs. */
@Injectable()
export class DoorEventsRepository {
  constructor(private readonly db: Database) {}

  /** Answers the id; undefined when this client event is written already. */
  async add(event: NewDoorEvent): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into door_events (event_type, outcome, reason, sentence, student_id, pass_id, session_id, mark, method, device,
        client_event_id, occurred_at)
      values (${event.eventType}, ${event.outcome}, ${event.reason}, ${event.sentence}, ${event.studentId}, ${event.passId},
        ${event.sessionId}, ${event.mark}, ${event.method}, ${event.device}, ${event.clientEventId},
        least(${event.occurredAt.toISOString()}::timestamptz, app_now()))
      on conflict (center_id, client_event_id) do nothing returning id`);
    return row?.id;
  }

  /** All or nothing, without failing the request. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.db.attempt(work);
  }

  async findByClientEvent(clientEventId: string): Promise<{ id: string; studentId: string | null } | undefined> {
    return this.db.first(sql`
      select id, student_id as "studentId" from door_events
      where center_id = current_center() and client_event_id = ${clientEventId}`);
  }

  /** The last one of that day up to a moment. */
  async lastOfDay(studentId: string, at: Date): Promise<LastEvent | undefined> {
    return this.db.first<LastEvent>(sql`
      select e.id, e.event_type as "eventType" from door_events e join centers c on c.id = e.center_id
      where e.center_id = current_center() and e.student_id = ${studentId} and e.outcome = 'ACCEPTED'
        and e.occurred_at <= ${at.toISOString()}::timestamptz
        and e.occurred_at >= date_trunc('day', ${at.toISOString()}::timestamptz, c.timezone)
      order by e.occurred_at desc, e.id desc limit 1`);
  }

  /** The first arrival in a class up to a moment. */
  async firstArrival(sessionId: string, studentId: string, at: Date): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select id from door_events where center_id = current_center() and session_id = ${sessionId}
        and student_id = ${studentId} and occurred_at <= ${at.toISOString()}::timestamptz
      order by occurred_at, id limit 1`);
    return row?.id;
  }

  /** The classes in which the student has a seat on that day and the next, in order of time. `ownOf`: those of a trainer. */
  expected(studentId: string, today: string, ownOf: string | undefined): Promise<Expected[]> {
    return this.db.rows<Expected>(sql`
      select s.id, s.name, s.date, s.start_time as "startTime", s.end_time as "endTime", s.starts_at as "startsAt", s.ends_at as "endsAt"
      from bookings k join class_sessions s on s.center_id = k.center_id and s.id = k.session_id
      where k.center_id = current_center() and k.student_id = ${studentId} and k.status <> 'CANCELLED'
        and s.status not in ('DRAFT', 'CANCELLED') and s.date between ${today}::date and ${today}::date + 1
        ${ownOf ? sql`and ${assignedTo(ownOf)}` : nothing}
      order by s.starts_at, s.id`);
  }

  /** Who arrived in a class and when, by student, in order of time; and when a mark of theirs was last taken back. */
  async arrivals(sessionId: string, studentIds: readonly string[]) {
    const rows = await this.db.rows<SessionEvent & { studentId: string; clearedAt: string | null }>(sql`
      select e.student_id as "studentId", e.occurred_at as "occurredAt", e.mark, e.method, (
          select max(a.at) from audit_log a where a.center_id = e.center_id and a.entity = 'attendance_marks'
            and a.entity_id = e.session_id || '/' || e.student_id and a.action = 'DELETE') as "clearedAt"
      from door_events e
      where e.center_id = current_center() and e.session_id = ${sessionId} and e.student_id = any (${studentIds}::uuid[])
      order by e.occurred_at, e.id`);
    return Map.groupBy(rows, (row) => row.studentId);
  }
}
