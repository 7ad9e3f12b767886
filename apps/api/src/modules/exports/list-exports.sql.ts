import { sql } from '../../platform/database/sql.ts';
import { child, family, itsFamily, money, ofDay } from './pieces.sql.ts';

/** A row per thing with its `id`, as the lists of leads, classes and staff show them. */
export const listQueries = {
  'intro-visits': sql`select v.id, v.date::text as "Date", v.start_time as "Time", ${child}, ${family}, v.status as "Status",
      cs.name as "Class", u.name as "Trainer", v.outcome_notes as "Notes"
    from intro_visits v join students s on s.center_id = v.center_id and s.id = v.student_id ${itsFamily}
    left join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
    left join users u on u.id = v.trainer_user_id cross join c where v.center_id = c.id`,
  'follow-ups': sql`select f.id, ${ofDay(sql`f.due_at`)} as "Date", ${child}, ${family}, f.channel as "Channel", f.note as "Note",
      u.name as "Assigned to", ${ofDay(sql`f.completed_at`)} as "Done on", f.outcome as "Outcome"
    from follow_ups f join students s on s.center_id = f.center_id and s.id = f.student_id ${itsFamily}
    left join users u on u.id = f.assigned_to_user_id cross join c where f.center_id = c.id`,
  guardians: sql`select md5(f.guardian_id::text || f.student_id)::uuid as id, g.name as "Parent", g.phone as "Phone", g.email as "Email", ${child},
      f.relationship as "Relationship", case when f.is_primary then 'YES' end as "Called first",
      case when f.may_pick_up then 'YES' end as "May pick up"
    from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
    join students s on s.center_id = f.center_id and s.id = f.student_id and s.merged_into_id is null
    cross join c where f.center_id = c.id`,
  sessions: sql`select cs.id, cs.date::text as "Date", cs.start_time as "From", cs.end_time as "To", cs.name as "Class",
      u.name as "Trainer", cs.capacity as "Capacity", cs.status as "Status", cs.cancel_reason as "Reason",
      (select count(*)::int from bookings k where k.center_id = cs.center_id and k.session_id = cs.id and k.status <> 'CANCELLED') as "Booked"
    from class_sessions cs left join users u on u.id = cs.trainer_user_id cross join c where cs.center_id = c.id`,
  roster: sql`select k.id, cs.date::text as "Date", cs.start_time as "Time", cs.name as "Class", ${child}, ${family}, k.kind as "Comes as",
      m.status as "Status", m.notes as "Notes"
    from bookings k join class_sessions cs on cs.center_id = k.center_id and cs.id = k.session_id
    join students s on s.center_id = k.center_id and s.id = k.student_id ${itsFamily}
    left join attendance_marks m on m.center_id = k.center_id and m.session_id = k.session_id and m.student_id = k.student_id
    cross join c where k.center_id = c.id and k.status <> 'CANCELLED'`,
  discounts: sql`select d.id, ${ofDay(sql`d.created_at`)} as "Date", ${child}, i.number as "Invoice", d.type as "Type",
      ${money(sql`d.amount_minor`)} as "Amount", c.currency as "Currency", d.reason as "Reason", d.status as "Status",
      r.name as "Asked by", u.name as "Decided by", d.reject_reason as "Why not"
    from discounts d join invoices i on i.center_id = d.center_id and i.id = d.invoice_id
    join students s on s.center_id = i.center_id and s.id = i.student_id
    left join users r on r.id = d.requested_by left join users u on u.id = d.decided_by cross join c cross join m where d.center_id = c.id`,
  installments: sql`select n.id, n.due_date::text as "Date", ${child}, i.number as "Invoice", n.position as "Number",
      ${money(sql`n.amount_minor`)} as "Amount", ${money(sql`n.paid_minor`)} as "Paid", c.currency as "Currency"
    from installments n join invoices i on i.center_id = n.center_id and i.id = n.invoice_id
    join students s on s.center_id = i.center_id and s.id = i.student_id cross join c cross join m
    where n.center_id = c.id and i.voided_at is null`,
  'report-cards': sql`select r.id, ${ofDay(sql`r.created_at`)} as "Date", ${child}, r.period_start::text as "From", r.period_end::text as "To",
      r.version as "Version", r.code as "Code", u.name as "Made by"
    from report_cards r join students s on s.center_id = r.center_id and s.id = r.student_id
    left join users u on u.id = r.created_by cross join c where r.center_id = c.id`,
  skills: sql`select md5(p.student_id::text || p.skill_id)::uuid as id, ${ofDay(sql`p.changed_at`)} as "Date", ${child}, cu.name as "Curriculum",
      k.category as "Category", k.name as "Skill", p.level as "Level", a.note as "Notes", u.name as "Rated by"
    from skill_progress p join skills k on k.id = p.skill_id join curricula cu on cu.id = k.curriculum_id
    join students s on s.center_id = p.center_id and s.id = p.student_id
    join skill_assessments a on a.center_id = p.center_id and a.id = p.assessment_id
    left join users u on u.id = a.assessed_by cross join c where p.center_id = c.id`,
  'make-ups': sql`select a.id, cs.date::text as "Date", cs.name as "Class", ${child}, ${ofDay(sql`a.announced_at`)} as "Announced on", a.note as "Note",
      case when a.withdrawn_at is not null then 'YES' end as "Withdrawn", a.no_credit_reason as "No make-up because",
      l.expires_on::text as "Make-up until", case when l.remaining > 0 then 'YES' end as "Still to use"
    from absences a join class_sessions cs on cs.center_id = a.center_id and cs.id = a.session_id
    join students s on s.center_id = a.center_id and s.id = a.student_id
    left join credit_lots l on l.center_id = a.center_id and l.id = a.lot_id cross join c where a.center_id = c.id`,
  'check-ins': sql`select e.id, ${ofDay(sql`e.occurred_at`)} as "Date", to_char(e.occurred_at at time zone c.timezone, 'HH24:MI') as "Time",
      ${child}, e.event_type as "Event", e.outcome as "Outcome", e.sentence as "Why", e.method as "Method", e.mark as "Status"
    from door_events e left join students s on s.center_id = e.center_id and s.id = e.student_id cross join c where e.center_id = c.id`,
  curricula: sql`select k.id, cu.name as "Curriculum", case when cu.center_id is null then 'YES' end as "Of the organization",
      k.category as "Category", k.name as "Skill", k.description as "Description", k.position as "Order",
      case when k.retired_at is not null then 'YES' end as "Retired"
    from skills k join curricula cu on cu.id = k.curriculum_id cross join c
    where cu.archived_at is null and (cu.center_id is null or cu.center_id = c.id)`,
  users: sql`select u.id, u.name as "Name", u.email as "Email", u.phone as "Phone", a.role as "Role", u.status as "Status",
      ${ofDay(sql`u.last_seen_at`)} as "Last seen"
    from assignments a join users u on u.id = a.user_id cross join c where a.center_id = c.id`,
  closures: sql`select x.id, x.from_date::text as "From", x.to_date::text as "To", x.reason as "Reason"
    from closures x cross join c where x.center_id = c.id`,
};
