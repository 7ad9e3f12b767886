import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { standingUses } from './credits.sql.ts';

export interface VisitUse {
  enrollmentId: string;
  studentId: string;
}

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

  /**
   * Locks per enrollment the lot that expires first; a use that stands already is not repeated. Two statements: the second
   * sees what those wrote who held the locks before.
   */
  async use(sessionId: string, visits: readonly VisitUse[], amount: number): Promise<string[]> {
    const locked = await this.db.rows<{ id: string; enrollmentId: string }>(sql`
      select id, enrollment_id as "enrollmentId" from credit_lots
      where center_id = current_center() and enrollment_id = any (${visits.map((visit) => visit.enrollmentId)}::uuid[])
        and source = 'VISITS' and remaining >= ${amount} and (expires_on is null or expires_on >= center_today())
      order by id for update`);
    if (locked.length === 0) return [];
    const used = await this.db.rows<{ studentId: string }>(sql`
      insert into credit_entries (lot_id, amount, kind, session_id, student_id, created_at, created_by)
      select lot.id, ${-amount}::int, 'VISIT', ${sessionId}, v.student_id, app_now(), current_actor()
      from unnest(${visits.map((visit) => visit.enrollmentId)}::uuid[], ${visits.map((visit) => visit.studentId)}::uuid[]) as v (enrollment_id, student_id)
      cross join lateral (
        select l.id from credit_lots l where l.center_id = current_center() and l.enrollment_id = v.enrollment_id
          and l.id = any (${locked.map(({ id }) => id)}::uuid[]) and l.remaining >= ${amount}
        order by l.expires_on nulls last, l.id limit 1) lot
      where not exists (${standingUses(['VISIT'], sessionId, sql`e.student_id = v.student_id`)})
      returning student_id as "studentId"`);
    return used.map(({ studentId }) => studentId);
  }

  /** Null: of everybody in the session. In the order of lots, so that two of these never wait for each other; at the same time they give back once. */
  async reverse(
    kinds: readonly ('VISIT' | 'MAKEUP')[],
    sessionId: string,
    studentIds: readonly string[] | null,
  ): Promise<number> {
    const whose = sql`(${studentIds}::uuid[] is null or e.student_id = any (${studentIds}::uuid[]))`;
    return this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, session_id, student_id, reverses_id, created_at, created_by)
      select lot_id, -amount, 'REVERSAL', session_id, student_id, id, app_now(), current_actor() from (${standingUses(kinds, sessionId, whose)}) standing
      order by lot_id on conflict (center_id, reverses_id) where reverses_id is not null do nothing`);
  }

  async expireOn(enrollmentId: string, date: string): Promise<void> {
    await this.db.run(
      sql`update credit_lots set expires_on = ${date} where center_id = current_center() and enrollment_id = ${enrollmentId}`,
    );
  }
}
