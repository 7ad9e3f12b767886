import { sql } from '../../platform/database/sql.ts';

/** What a batch `b` says until a day that has not passed, the earliest first. */
export const earlierTerms = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('until', t.until_date, 'daysOfWeek', t.days_of_week, 'startTime', t.start_time,
    'endTime', t.end_time, 'capacity', t.capacity, 'trainerUserId', t.trainer_user_id) order by t.until_date), '[]')
  from earlier_batch_terms t where t.center_id = b.center_id and t.batch_id = b.id and t.until_date >= center_today())`;
