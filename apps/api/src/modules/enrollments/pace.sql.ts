import { sql } from '../../platform/database/sql.ts';
import { PACE_DAYS } from './renewing.rules.ts';

/** Expects `e` to be an enrollment: the visits used in classes of the last six weeks. */
export const usedLately = sql`(select coalesce(-sum(u.amount), 0)::float / 100 from credit_lots l
  join credit_entries u on u.center_id = l.center_id and u.lot_id = l.id and u.kind in ('VISIT', 'REVERSAL')
  join class_sessions held on held.center_id = u.center_id and held.id = u.session_id
  where l.center_id = e.center_id and l.enrollment_id = e.id
    and held.date > (select center_today()) - ${PACE_DAYS}::int and held.date <= (select center_today()))`;
