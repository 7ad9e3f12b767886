import { type Sql, sql } from '../../platform/database/sql.ts';
import { ageOf, nameOf, primaryGuardian } from '../students/students.sql.ts';

/** Intro visits as the contract shows them. A visit in a session is when the session is, wherever it was moved. */
export const introVisitRows = (conditions: Sql, tail: Sql): Sql => sql`
  select v.id, v.lead_id as "leadId", v.student_id as "studentId", ${nameOf} as "studentName", ${ageOf} as "ageYears", g.phone,
    v.status, v.class_session_id as "classSessionId", cs.name as "sessionName", coalesce(cs.date, v.date) as date,
    coalesce(cs.start_time, v.start_time) as "startTime", coalesce(cs.starts_at, v.scheduled_at) as "scheduledAt",
    v.attended_at as "attendedAt", v.outcome_notes as "outcomeNotes", v.version,
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as trainer
  from intro_visits v
  join students s on s.center_id = v.center_id and s.id = v.student_id
  left join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
  left join users u on u.id = coalesce(v.trainer_user_id, cs.trainer_user_id)
  ${primaryGuardian} ${conditions} ${tail}`;

/** Expects `l` to be a lead, `s` its student and `c` its center. */
export const cardColumns = sql`l.id, l.status, l.student_id as "studentId", ${nameOf} as "studentName", ${ageOf} as "ageYears",
  g.name as "guardianName", g.phone, l.source, l.dead_reason as "deadReason", l.created_at as "createdAt",
  case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "assignedTo",
  (select min(t.due_at) from follow_ups t where t.center_id = l.center_id and t.lead_id = l.id and t.completed_at is null) as "nextFollowUpAt",
  (select jsonb_build_object('id', v.id, 'at', coalesce(cs.starts_at, v.scheduled_at), 'name', coalesce(cs.name, 'Intro visit'))
    from intro_visits v left join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
    where v.center_id = l.center_id and v.lead_id = l.id and v.status = 'SCHEDULED'
    order by coalesce(cs.starts_at, v.scheduled_at) limit 1) as "nextIntro",
  coalesce((select n.text from timeline_entries n where n.center_id = l.center_id and n.lead_id = l.id and n.kind = 'lead.note'
    order by n.created_at desc, n.id desc limit 1), l.discovery_notes) as "lastNote",
  (select center_today()) - (l.status_since at time zone c.timezone)::date as "daysInStage"`;

export const cardJoins = sql`join centers c on c.id = l.center_id
  join students s on s.center_id = l.center_id and s.id = l.student_id
  left join users u on u.id = l.assigned_to_user_id ${primaryGuardian}`;
