import { Injectable } from '@nestjs/common';
import { type Context, Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface CancelNotice {
  email: string;
  guardianName: string;
  studentName: string;
  sessionName: string;
  date: string;
  startTime: string;
  centerName: string;
}

@Injectable()
export class CancelNoticesRepository {
  constructor(private readonly db: Database) {}

  /** Per student one guardian with an address, the primary contact first. In a unit of work of its own. */
  recipients(context: Context, sessionId: string, studentIds: readonly string[]): Promise<CancelNotice[]> {
    return this.db.inUnit(context, () =>
      this.db.rows<CancelNotice>(sql`
        select distinct on (st.id) g.email, g.name as "guardianName", st.first_name as "studentName", s.name as "sessionName",
          s.date, s.start_time as "startTime", c.name as "centerName"
        from students st
        join family_links f on f.center_id = st.center_id and f.student_id = st.id
        join guardians g on g.center_id = f.center_id and g.id = f.guardian_id and g.email is not null
        join class_sessions s on s.center_id = st.center_id and s.id = ${sessionId}
        join centers c on c.id = st.center_id
        where st.center_id = current_center() and st.id = any (${studentIds}::uuid[])
        order by st.id, f.is_primary desc, g.id`),
    );
  }

  session(id: string): Promise<{ name: string; date: string; startTime: string } | undefined> {
    return this.db.first(
      sql`select name, date, start_time as "startTime" from class_sessions where center_id = current_center() and id = ${id}`,
    );
  }
}
