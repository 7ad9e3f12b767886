import { sql } from '../../platform/database/sql.ts';
import { child, ofDay } from './pieces.sql.ts';

/** A row per entry: `key` and `id` are their order, `student` and `batch` choose of them; none of these is in the file. */
export const registers = {
  guardians: sql`select md5(f.guardian_id::text || f.student_id)::uuid as id, s.search_name as key,
      s.id as student, null::uuid as batch, g.name as "Parent", g.phone as "Phone", g.email as "Email", ${child},
      f.relationship as "Relationship", case when f.is_primary then 'YES' end as "Called first",
      case when f.may_pick_up then 'YES' end as "May pick up"
    from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
    join students s on s.center_id = f.center_id and s.id = f.student_id and s.merged_into_id is null
    cross join c where f.center_id = c.id`,
  attendance: sql`select md5(a.session_id::text || a.student_id)::uuid as id, cs.date || ' ' || cs.start_time as key,
      a.student_id as student, cs.batch_id as batch, cs.date::text as "Date", cs.start_time as "Time", cs.name as "Class", ${child},
      a.status as "Status", a.notes as "Notes", u.name as "Marked by"
    from attendance_marks a join class_sessions cs on cs.center_id = a.center_id and cs.id = a.session_id
    join students s on s.center_id = a.center_id and s.id = a.student_id left join users u on u.id = a.marked_by
    cross join c where a.center_id = c.id`,
  skills: sql`select md5(p.student_id::text || p.skill_id)::uuid as id, p.changed_at::text as key,
      p.student_id as student, null::uuid as batch, ${ofDay(sql`p.changed_at`)} as "Date", ${child}, cu.name as "Curriculum",
      k.category as "Category", k.name as "Skill", p.level as "Level", a.note as "Notes", u.name as "Rated by"
    from skill_progress p join skills k on k.id = p.skill_id join curricula cu on cu.id = k.curriculum_id
    join students s on s.center_id = p.center_id and s.id = p.student_id
    join skill_assessments a on a.center_id = p.center_id and a.id = p.assessment_id
    left join users u on u.id = a.assessed_by cross join c where p.center_id = c.id`,
  'make-ups': sql`select a.id, cs.date || ' ' || cs.start_time as key, a.student_id as student, cs.batch_id as batch,
      cs.date::text as "Date", cs.name as "Class", ${child}, ${ofDay(sql`a.announced_at`)} as "Announced on", a.note as "Note",
      case when a.withdrawn_at is not null then 'YES' end as "Withdrawn", a.no_credit_reason as "No make-up because",
      l.expires_on::text as "Make-up until", case when l.remaining > 0 then 'YES' end as "Still to use"
    from absences a join class_sessions cs on cs.center_id = a.center_id and cs.id = a.session_id
    join students s on s.center_id = a.center_id and s.id = a.student_id
    left join credit_lots l on l.center_id = a.center_id and l.id = a.lot_id cross join c where a.center_id = c.id`,
};
