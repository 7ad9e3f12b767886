import { sql } from '../../platform/database/sql.ts';
import { child, ofDay } from './pieces.sql.ts';

/** A row per thing with its `id`, by which the list orders them. */
export const classRows = {
  batches: sql`select b.id, b.name as "Batch", array_to_string(b.days_of_week, ', ') as "Days", b.start_time as "From", b.end_time as "To",
      b.capacity as "Capacity", b.age_min as "Age from", b.age_max as "Age to",
      (select string_agg(u.name, ', ' order by u.name) from batch_trainers t join users u on u.id = t.user_id
        where t.center_id = b.center_id and t.batch_id = b.id) as "Trainers",
      case when b.archived_at is not null then 'ARCHIVED' end as "Archived"
    from batches b cross join c where b.center_id = c.id`,
  sessions: sql`select cs.id, cs.date::text as "Date", cs.start_time as "From", cs.end_time as "To", cs.name as "Class",
      u.name as "Trainer", cs.capacity as "Capacity", cs.status as "Status", cs.cancel_reason as "Reason",
      (select count(*)::int from bookings k where k.center_id = cs.center_id and k.session_id = cs.id and k.status <> 'CANCELLED') as "Booked"
    from class_sessions cs left join users u on u.id = cs.trainer_user_id cross join c where cs.center_id = c.id`,
  closures: sql`select x.id, x.from_date::text as "From", x.to_date::text as "To", x.reason as "Reason"
    from closures x cross join c where x.center_id = c.id`,
  'report-cards': sql`select r.id, ${ofDay(sql`r.created_at`)} as "Date", ${child}, r.period_start::text as "From", r.period_end::text as "To",
      r.version as "Version", r.code as "Code", u.name as "Made by"
    from report_cards r join students s on s.center_id = r.center_id and s.id = r.student_id
    left join users u on u.id = r.created_by cross join c where r.center_id = c.id`,
  'check-ins': sql`select e.id, ${ofDay(sql`e.occurred_at`)} as "Date", to_char(e.occurred_at at time zone c.timezone, 'HH24:MI') as "Time",
      ${child}, e.event_type as "Event", e.outcome as "Outcome", e.sentence as "Why", e.method as "Method", e.mark as "Status"
    from door_events e left join students s on s.center_id = e.center_id and s.id = e.student_id cross join c where e.center_id = c.id`,
};
