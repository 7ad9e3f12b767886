import { Injectable } from '@nestjs/common';
import type { AuditEntry, InputOf, listAuditLog, listDeadLetters } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { nothing, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';

const letter = sql`select d.id, d.event_id as "eventId", d.name as event, d.handler, d.error, d.attempts, d.failed_at as "failedAt",
  d.replayed_at as "replayedAt", case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "replayedBy"
  from dead_letters d left join users u on u.id = d.replayed_by`;

/** Data that left as a file. */
export interface ExportNote {
  kind: string;
  format: string;
  filters: Record<string, unknown>;
  rows: number;
}

interface Letter {
  id: string;
  failedAt: string;
  replayedAt: string | null;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly db: Database) {}

  list(query: InputOf<typeof listAuditLog>['query']): Promise<AuditEntry[]> {
    const zone = sql`(select timezone from centers where id = current_center())`;
    return this.db.rows<AuditEntry>(sql`
      select a.id, a.at, a.entity, a.entity_id as "entityId", a.action, a.before, a.after, a.sensitive, a.request_id as "requestId",
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as actor,
        coalesce(whose.name, a.after ->> 'number', a.before ->> 'number', s.first_name || coalesce(' ' || s.last_name, ''),
          a.after ->> 'name', a.before ->> 'name', nullif(concat_ws(' ', a.after ->> 'first_name', a.after ->> 'last_name'), '')) as label
      from audit_log a
      left join users u on u.id = a.actor_id
      left join users whose on a.entity = 'assignments' and whose.id = coalesce(a.after ->> 'user_id', a.before ->> 'user_id')::uuid
      left join invoices i on i.center_id = a.center_id and i.id = coalesce(a.after ->> 'invoice_id', a.before ->> 'invoice_id')::uuid
      left join enrollments e on e.center_id = a.center_id and e.id = coalesce(a.after ->> 'enrollment_id', a.before ->> 'enrollment_id')::uuid
      left join students s on s.center_id = a.center_id
        and s.id = coalesce((a.after ->> 'student_id')::uuid, (a.before ->> 'student_id')::uuid, i.student_id, e.student_id)
      ${where(
        sql`a.center_id = current_center()`,
        query.entity && sql`a.entity = ${query.entity}`,
        query.entityId && sql`a.entity_id = ${query.entityId}`,
        query.actorId && sql`a.actor_id = ${query.actorId}`,
        query.sensitive && sql`a.sensitive`,
        query.requestId && sql`a.request_id = ${query.requestId}`,
        query.from && sql`a.at >= (${query.from}::date::timestamp at time zone ${zone})`,
        query.to && sql`a.at < ((${query.to}::date + 1)::timestamp at time zone ${zone})`,
        after(query.cursor, sql`a.at`, sql`a.id`, 'desc'),
      )}
      order by a.at desc, a.id desc limit ${query.limit + 1}`);
  }

  /** What changes no row tells no trigger: it is written down by hand. */
  async addExport({ kind, ...details }: ExportNote): Promise<void> {
    await this.db.run(sql`
      insert into audit_log (entity, entity_id, action, actor_id, request_id, after)
      values ('exports', ${kind}, 'EXPORT', current_actor(), nullif(current_setting('app.request_id', true), ''), ${JSON.stringify({ kind, ...details })}::jsonb)`);
  }

  deadLetters(query: InputOf<typeof listDeadLetters>['query']): Promise<Letter[]> {
    return this.db
      .rows<Letter>(sql`${letter} ${where(sql`d.center_id = current_center()`, after(query.cursor, sql`d.failed_at`, sql`d.id`, 'desc'))}
      order by d.failed_at desc, d.id desc limit ${query.limit + 1}`);
  }

  findDeadLetter(id: string): Promise<Letter | undefined> {
    return this.db.first<Letter>(sql`${letter} where d.center_id = current_center() and d.id = ${id} ${nothing}`);
  }

  /** The event goes through the outbox again, under a new id: the handlers that succeeded remember the old one. */
  async replay(id: string, userId: string): Promise<void> {
    await this.db.run(sql`with again as (
        insert into outbox_events (name, payload) select name, payload from dead_letters where center_id = current_center() and id = ${id} returning id),
      done as (
        insert into handled_events (handler, event_id)
        select h.handler, again.id from again, dead_letters d join handled_events h on h.center_id = d.center_id and h.event_id = d.event_id
        where d.center_id = current_center() and d.id = ${id})
      update dead_letters set replayed_at = app_now(), replayed_by = ${userId} where center_id = current_center() and id = ${id}`);
  }
}
