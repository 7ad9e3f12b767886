import { sql } from '../../platform/database/sql.ts';

/** The names, dates and times of `c`, a class session. */
export const sessionTimes = sql`c.id as "classSessionId", c.name as "sessionName", c.date, c.start_time as "startTime", c.end_time as "endTime"`;

/** The class whose absence earned the lot with this id, as `missed`. */
export const missedBy = (lotId: ReturnType<typeof sql>) => sql`(
  select jsonb_build_object('sessionName', missed.name, 'date', missed.date) from absences ma
  join class_sessions missed on missed.center_id = ma.center_id and missed.id = ma.session_id
  where ma.center_id = current_center() and ma.lot_id = ${lotId} limit 1)`;

/** The lot that pays for booking `b`, by its last entry there. */
export const lotOfBooking = sql`(
  select en.lot_id from credit_entries en where en.center_id = b.center_id and en.session_id = b.session_id
    and en.student_id = b.student_id and en.kind = 'MAKEUP' order by en.id desc limit 1)`;

/** Make-ups earned by absences in the month of class `c`, and for enrollment `e`. */
export const earnedSoFar = sql`
  (select count(*)::int from absences x join class_sessions xc on xc.center_id = x.center_id and xc.id = x.session_id
   where x.center_id = c.center_id and x.student_id = b.student_id and x.withdrawn_at is null and x.lot_id is not null
     and date_trunc('month', xc.date) = date_trunc('month', c.date)) as "earnedInMonth",
  (select count(*)::int from absences x where x.center_id = c.center_id and x.student_id = b.student_id
     and x.withdrawn_at is null and x.lot_id is not null and x.enrollment_id is not distinct from b.enrollment_id) as "earnedInEnrollment"`;

/** Booking `b` is a place of enrollment `e`, which is for a time and not for visits. */
export const isOfTerm = sql`(b.kind = 'ENROLLED' and e.id is not null and e.visits_included is null)`;
