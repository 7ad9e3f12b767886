import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

@Injectable()
export class CreditsRepository {
  constructor(private readonly db: Database) {}

  async grant(lot: {
    studentId: string;
    enrollmentId: string;
    quantity: number;
    expiresOn: string | null;
  }): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into credit_lots (student_id, enrollment_id, quantity, remaining, expires_on)
      values (${lot.studentId}, ${lot.enrollmentId}, ${lot.quantity}, ${lot.quantity}, ${lot.expiresOn}) returning id`);
    return row!.id;
  }

  /** Locks the lot that expires first; a use that stands already is not repeated. */
  async use(visit: { enrollmentId: string; sessionId: string; studentId: string; amount: number }): Promise<boolean> {
    const lot = await this.db.first<{ id: string }>(sql`
      select id from credit_lots where center_id = current_center() and enrollment_id = ${visit.enrollmentId}
        and remaining >= ${visit.amount} and (expires_on is null or expires_on >= center_today())
      order by expires_on nulls last, id limit 1 for update`);
    if (!lot) return false;
    const used = await this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, session_id, student_id, created_at, created_by)
      select ${lot.id}, ${-visit.amount}, 'VISIT', ${visit.sessionId}, ${visit.studentId}, app_now(), current_actor()
      where not exists (${this.standing(visit)})`);
    return used === 1;
  }

  async reverse(visit: { sessionId: string; studentId: string }): Promise<number> {
    return this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, session_id, student_id, reverses_id, created_at, created_by)
      select lot_id, -amount, 'REVERSAL', session_id, student_id, id, app_now(), current_actor() from (${this.standing(visit)}) standing`);
  }

  private standing({ sessionId, studentId }: { sessionId: string; studentId: string }) {
    return sql`select e.* from credit_entries e where e.center_id = current_center() and e.kind = 'VISIT'
      and e.session_id = ${sessionId} and e.student_id = ${studentId}
      and not exists (select from credit_entries r where r.center_id = e.center_id and r.reverses_id = e.id)`;
  }
}
