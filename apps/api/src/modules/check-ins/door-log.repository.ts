import { Injectable } from '@nestjs/common';
import type { CheckIn, InputOf, listCheckIns, SessionAtTheDoor } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { assignedTo } from '../class-sessions/session-view.sql.ts';
import { nameOf } from '../students/students.sql.ts';
import { storedType } from './check-ins.rules.ts';

type Filter = InputOf<typeof listCheckIns>['query'];

interface Inside {
  student: { id: string; name: string };
  since: string;
  session: SessionAtTheDoor | null;
}

const student = sql`case when s.id is not null then jsonb_build_object('id', s.id, 'name', ${nameOf}) end as student`;
const session = sql`case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'date', c.date,
  'startTime', c.start_time, 'endTime', c.end_time) end as session`;

const checkIn = sql`
  select e.id, case e.event_type when 'CENTER_IN' then 'CENTER_CHECK_IN' when 'CENTER_OUT' then 'CENTER_CHECK_OUT'
      else 'SESSION_CHECK_IN' end as "eventType", e.outcome, e.reason, e.sentence, ${student}, ${session}, e.mark, e.method, e.device,
    e.occurred_at as "occurredAt", e.received_at as "receivedAt",
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by
  from door_events e
  left join students s on s.center_id = e.center_id and s.id = e.student_id
  left join class_sessions c on c.center_id = e.center_id and c.id = e.session_id
  left join users u on u.id = e.recorded_by`;

/** The instant a day begins at the center. */
const startOf = (day: Sql): Sql =>
  sql`((${day})::timestamp at time zone (select timezone from centers where id = current_center()))`;

/** Of this person's own classes, or written by them. */
const concerns = (userId: string): Sql => sql`(e.recorded_by = ${userId} or exists (
  select from class_sessions s where s.center_id = e.center_id and s.id = e.session_id and ${assignedTo(userId)}))`;

/** What happened at the door, for reading; and the end of the day. */
@Injectable()
export class DoorLogRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<CheckIn> {
    const row = await this.db.first<CheckIn>(sql`${checkIn} where e.center_id = current_center() and e.id = ${id}`);
    return row!;
  }

  list(filter: Filter, concerning: string | undefined): Promise<CheckIn[]> {
    return this.db.rows<CheckIn>(
      sql`${checkIn} ${where(
        sql`e.center_id = current_center()`,
        filter.date && sql`e.occurred_at >= ${startOf(sql`${filter.date}::date`)}`,
        filter.date && sql`e.occurred_at < ${startOf(sql`${filter.date}::date + 1`)}`,
        filter.studentId && sql`e.student_id = ${filter.studentId}`,
        filter.classSessionId && sql`e.session_id = ${filter.classSessionId}`,
        filter.eventType && sql`e.event_type = ${storedType[filter.eventType]}`,
        filter.outcome && sql`e.outcome = ${filter.outcome}`,
        concerning && concerns(concerning),
        after(filter.cursor, sql`e.occurred_at`, sql`e.id`, 'desc'),
      )} order by e.occurred_at desc, e.id desc limit ${filter.limit + 1}`,
    );
  }

  /** Who came today and did not leave, by name. */
  async inside(concerning: string | undefined) {
    const today = sql`
      select distinct on (e.student_id) e.* from door_events e ${where(
        sql`e.center_id = current_center()`,
        sql`e.outcome = 'ACCEPTED'`,
        sql`e.occurred_at >= ${startOf(sql`select center_today()`)}`,
        concerning && concerns(concerning),
      )} order by e.student_id, e.occurred_at desc, e.id desc`;
    const items = await this.db.rows<Inside>(sql`
      with last as (${today})
      select ${student}, e.occurred_at as since, ${session} from last e
      join students s on s.center_id = e.center_id and s.id = e.student_id
      left join class_sessions c on c.center_id = e.center_id and c.id = e.session_id
      where e.event_type <> 'CENTER_OUT' order by s.search_name, s.id`);
    const counts = await this.db.first<{ came: number; out: number }>(sql`
      with last as (${today}) select count(*)::int as came, count(*) filter (where event_type = 'CENTER_OUT')::int as out from last`);
    return { items, cameToday: counts?.came ?? 0, leftToday: counts?.out ?? 0 };
  }

  /** Whoever was in at the end of a day went home at its end. Twice changes nothing. */
  async closeDaysBefore(date: string): Promise<void> {
    await this.db.run(sql`
      with last as (
        select distinct on (e.student_id) e.student_id, e.event_type, (e.occurred_at at time zone c.timezone)::date as day, c.timezone
        from door_events e join centers c on c.id = e.center_id
        where e.center_id = current_center() and e.outcome = 'ACCEPTED'
          and e.occurred_at < ${startOf(sql`least(${date}::date, (select center_today()))`)}
          and e.occurred_at >= ${startOf(sql`${date}::date - 8`)}
        order by e.student_id, e.occurred_at desc, e.id desc)
      insert into door_events (event_type, outcome, student_id, method, client_event_id, occurred_at)
      select 'CENTER_OUT', 'ACCEPTED', student_id, 'NIGHT', 'night/' || day || '/' || student_id,
        ((day + 1)::timestamp at time zone timezone) - interval '1 millisecond'
      from last where event_type <> 'CENTER_OUT'
      on conflict (center_id, client_event_id) do nothing`);
  }
}
