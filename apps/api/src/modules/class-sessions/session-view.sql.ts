import { type Sql, sql } from '../../platform/database/sql.ts';

/** A day that has passed is over, whether or not the nightly job has run. */
export const statusNow = sql`case when s.status in ('PUBLISHED', 'IN_PROGRESS') and s.date < (select center_today())
  then 'COMPLETED' else s.status end`;

/** The user takes the session or trains its batch. */
export const assignedTo = (userId: string) => sql`(s.trainer_user_id is not distinct from ${userId}::uuid
  or exists (select from batch_trainers bt where bt.center_id = s.center_id and bt.batch_id = s.batch_id and bt.user_id = ${userId}))`;

/** The sessions that `picked` selects (all columns, as s), with what is counted about them. */
export function sessionView(picked: Sql, userId: string, more: Sql): Sql {
  return sql`
    select s.id, s.batch_id as "batchId", s.name, s.date, s.start_time as "startTime", s.end_time as "endTime",
      s.starts_at as "startsAt", s.ends_at as "endsAt", ${statusNow} as status, s.capacity, seats.taken as "seatsTaken",
      case when s.status = 'CANCELLED' then 0 else greatest(s.capacity - seats.taken, 0) end as "seatsLeft",
      0 as "waitlistCount", live.trials as "trialCount", live."makeUps" as "makeUpCount", marks.marked as "markedCount",
      case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as trainer,
      b.age_min as "ageMin", b.age_max as "ageMax", s.cancel_reason as "cancelReason", s.version,
      ${assignedTo(userId)} as assigned ${more}
    from (${picked}) s
    left join batches b on b.center_id = s.center_id and b.id = s.batch_id
    left join users u on u.id = s.trainer_user_id
    cross join lateral (
      select count(*)::int as taken from session_spots sp where sp.center_id = s.center_id and sp.session_id = s.id
        and (sp.state = 'booked' or (sp.state = 'held' and sp.expires_at > app_now()))) seats
    cross join lateral (
      select (count(*) filter (where k.kind = 'TRIAL'))::int as trials, (count(*) filter (where k.kind = 'MAKEUP'))::int as "makeUps"
      from bookings k where k.center_id = s.center_id and k.session_id = s.id and k.kind in ('TRIAL', 'MAKEUP') and k.status <> 'CANCELLED') live
    cross join lateral (
      select count(*)::int as marked from attendance_marks m where m.center_id = s.center_id and m.session_id = s.id) marks`;
}
