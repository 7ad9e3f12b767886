import { Injectable } from '@nestjs/common';
import { type Context, Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import type { LocalTimes } from './session-times.rules.ts';

export interface SessionNotice extends LocalTimes {
  studentId: string;
  email: string;
  guardianName: string;
  studentName: string;
  sessionName: string;
  centerName: string;
}

const isSeated = sql`exists (select from bookings k
  where k.center_id = st.center_id and k.student_id = st.id and k.session_id = s.id and k.status = 'CONFIRMED')`;

@Injectable()
export class SessionNoticesRepository {
  constructor(private readonly db: Database) {}

  /** Per student one guardian with an address, the primary contact first. In a unit of work of its own. */
  ofCancelled(context: Context, sessionId: string, studentIds: readonly string[]): Promise<SessionNotice[]> {
    return this.db.inUnit(context, () => this.recipients(sessionId, studentIds, sql`true`));
  }

  /** As of a cancelled one, but only those who still have their seat, and only while the class is to come. */
  ofMoved(context: Context, sessionId: string, studentIds: readonly string[]): Promise<SessionNotice[]> {
    const concerned = sql`s.status in ('PUBLISHED', 'IN_PROGRESS') and s.ends_at > app_now() and ${isSeated}`;
    return this.db.inUnit(context, () => this.recipients(sessionId, studentIds, concerned));
  }

  session(id: string): Promise<(LocalTimes & { name: string }) | undefined> {
    return this.db.first(sql`select name, date, start_time as "startTime", end_time as "endTime" from class_sessions
      where center_id = current_center() and id = ${id}`);
  }

  async stillSeated(sessionId: string, studentIds: readonly string[]): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      select st.id from students st join class_sessions s on s.center_id = st.center_id and s.id = ${sessionId}
      where st.center_id = current_center() and st.id = any (${studentIds}::uuid[]) and ${isSeated} order by st.id`);
    return rows.map(({ id }) => id);
  }

  /** Whom notices about these students reach; siblings count once. */
  async countFamilies(studentIds: readonly string[]): Promise<number> {
    const row = await this.db.first<{ families: number }>(sql`
      select count(distinct told.id)::int as families from (
        select distinct on (f.student_id) g.id from family_links f
        join guardians g on g.center_id = f.center_id and g.id = f.guardian_id and g.email is not null
        where f.center_id = current_center() and f.student_id = any (${studentIds}::uuid[])
        order by f.student_id, f.is_primary desc, g.id) told`);
    return row!.families;
  }

  private recipients(sessionId: string, studentIds: readonly string[], concerned: Sql): Promise<SessionNotice[]> {
    return this.db.rows<SessionNotice>(sql`
      select distinct on (st.id) st.id as "studentId", g.email, g.name as "guardianName", st.first_name as "studentName", s.name as "sessionName",
        s.date, s.start_time as "startTime", s.end_time as "endTime", c.name as "centerName"
      from students st
      join family_links f on f.center_id = st.center_id and f.student_id = st.id
      join guardians g on g.center_id = f.center_id and g.id = f.guardian_id and g.email is not null
      join class_sessions s on s.center_id = st.center_id and s.id = ${sessionId}
      join centers c on c.id = st.center_id
      where st.center_id = current_center() and st.id = any (${studentIds}::uuid[]) and ${concerned}
      order by st.id, f.is_primary desc, g.id`);
  }
}
