import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { standingUses } from './credits.sql.ts';

/** Lots of the source MAKEUP. They belong to a student, never to an enrollment. */
@Injectable()
export class MakeUpCreditsRepository {
  constructor(private readonly db: Database) {}

  async grant(studentId: string, quantity: number, expiresOn: string): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into credit_lots (student_id, source, quantity, remaining, expires_on)
      values (${studentId}, 'MAKEUP', ${quantity}, ${quantity}, ${expiresOn}) returning id`);
    return row!.id;
  }

  /** Two statements: the second sees what those took who held the locks before. */
  async take(
    { studentId, sessionId, on }: { studentId: string; sessionId: string; on: string },
    amount: number,
  ): Promise<string | undefined> {
    const valid = sql`source = 'MAKEUP' and remaining >= ${amount} and expires_on >= greatest(${on}::date, center_today())`;
    const locked = await this.db.rows<{ id: string }>(sql`
      select id from credit_lots where center_id = current_center() and student_id = ${studentId} and ${valid} order by id for update`);
    if (locked.length === 0) return undefined;
    const taken = await this.db.first<{ lotId: string }>(sql`
      insert into credit_entries (lot_id, amount, kind, session_id, student_id, created_at, created_by)
      select id, ${-amount}::int, 'MAKEUP', ${sessionId}, student_id, app_now(), current_actor() from credit_lots
      where center_id = current_center() and id = any (${locked.map(({ id }) => id)}::uuid[]) and ${valid}
      order by expires_on, id limit 1 returning lot_id as "lotId"`);
    return taken?.lotId;
  }

  /** Answers false when something of it was used. */
  async withdraw(lotId: string): Promise<boolean> {
    const whole = await this.db.first(sql`
      select from credit_lots where center_id = current_center() and id = ${lotId} and remaining = quantity for update`);
    if (!whole) return false;
    const written = await this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, student_id, reverses_id, created_at, created_by)
      select lot_id, -amount, 'REVERSAL', student_id, id, app_now(), current_actor() from credit_entries e
      where e.center_id = current_center() and e.lot_id = ${lotId} and e.kind = 'GRANT'`);
    return written === 1;
  }

  /** What a session took lasts until this day at the least. */
  async extendUsedIn(sessionId: string, days: number): Promise<void> {
    await this.db.run(sql`
      update credit_lots set expires_on = center_today() + ${days}::int
      where center_id = current_center() and expires_on < center_today() + ${days}::int
        and id in (select lot_id from (${standingUses(['MAKEUP'], sessionId, sql`true`)}) used)`);
  }

  /** Answers how many lots had something left. */
  async expirePast(): Promise<number> {
    const past = sql`source = 'MAKEUP' and remaining > 0 and expires_on < center_today()`;
    const locked = await this.db.rows<{ id: string }>(sql`
      select id from credit_lots where center_id = current_center() and ${past} order by id for update`);
    if (locked.length === 0) return 0;
    return this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, student_id, created_at, created_by)
      select id, -remaining, 'EXPIRY', student_id, app_now(), null from credit_lots
      where center_id = current_center() and id = any (${locked.map(({ id }) => id)}::uuid[]) and ${past}`);
  }
}
