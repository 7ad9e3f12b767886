import { sql } from '../../platform/database/sql.ts';
import { child, family, itsFamily, money, ofDay } from './pieces.sql.ts';

const itsBatches = sql`(select string_agg(b.name, ', ' order by b.name) from enrollment_batches eb
  join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
  where eb.center_id = e.center_id and eb.enrollment_id = e.id) as "Batch"`;

/** A row per thing with its `id`, by which the list orders them. */
export const peopleRows = {
  leads: sql`select l.id, ${ofDay(sql`l.created_at`)} as "Enquiry date", ${child}, s.dob::text as "DOB", ${family},
      l.source as "Source", l.status as "Status", l.dead_reason as "Reason lost",
      (select max(v.date)::text from intro_visits v where v.center_id = l.center_id and v.lead_id = l.id and v.status <> 'CANCELLED') as "Trial date",
      (select ${ofDay(sql`min(f.due_at)`)} from follow_ups f
        where f.center_id = l.center_id and f.lead_id = l.id and f.completed_at is null) as "Next follow up",
      u.name as "Assigned to", l.discovery_notes as "Remarks"
    from leads l join students s on s.center_id = l.center_id and s.id = l.student_id ${itsFamily}
    left join users u on u.id = l.assigned_to_user_id cross join c where l.center_id = c.id`,
  'follow-ups': sql`select f.id, ${ofDay(sql`f.due_at`)} as "Date", ${child}, ${family}, f.channel as "Channel", f.note as "Note",
      u.name as "Assigned to", ${ofDay(sql`f.completed_at`)} as "Done on", f.outcome as "Outcome"
    from follow_ups f join students s on s.center_id = f.center_id and s.id = f.student_id ${itsFamily}
    left join users u on u.id = f.assigned_to_user_id cross join c where f.center_id = c.id`,
  'intro-visits': sql`select v.id, v.date::text as "Date", v.start_time as "Time", ${child}, ${family}, v.status as "Status",
      cs.name as "Class", u.name as "Trainer", v.outcome_notes as "Notes"
    from intro_visits v join students s on s.center_id = v.center_id and s.id = v.student_id ${itsFamily}
    left join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
    left join users u on u.id = v.trainer_user_id cross join c where v.center_id = c.id`,
  students: sql`select s.id, ${child}, s.dob::text as "DOB", ${family}, s.school as "School", array_to_string(s.interests, ', ') as "Interests",
      s.medical_notes as "Medical", s.notes as "Notes", e.plan_name as "Plan", e.start_date::text as "Start", e.end_date::text as "End",
      array_to_string(e.days_selected, ', ') as "Days", ${itsBatches}, e.visits_included as "Visits", e.visits_used as "Visits used",
      e.status as "Status"
    from students s ${itsFamily} cross join c left join lateral (
      select * from enrollment_states e where e.center_id = s.center_id and e.student_id = s.id
      order by e.cancelled_at is not null, e.start_date desc, e.id desc limit 1) e on true
    where s.center_id = c.id`,
  enrollments: sql`select e.id, ${child}, ${family}, e.plan_name as "Plan", e.plan_type as "Plan type", e.start_date::text as "Start",
      e.end_date::text as "End", array_to_string(e.days_selected, ', ') as "Days", ${itsBatches}, e.visits_included as "Visits",
      e.visits_used as "Visits used", ${money(sql`e.price_minor`)} as "Price", e.status as "Status"
    from enrollment_states e join students s on s.center_id = e.center_id and s.id = e.student_id ${itsFamily}
    cross join c cross join m where e.center_id = c.id`,
  users: sql`select u.id, u.name as "Name", u.email as "Email", u.phone as "Phone", a.role as "Role", u.status as "Status",
      ${ofDay(sql`u.last_seen_at`)} as "Last seen"
    from assignments a join users u on u.id = a.user_id cross join c where a.center_id = c.id`,
};
