import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@cartwheel/domain/calendar';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Rest } from './freezes.rules.ts';

export interface StoredFreeze extends Rest {
  id: string;
  movesEnd: boolean;
}

@Injectable()
export class FreezesRepository {
  constructor(private readonly db: Database) {}

  /** What is done, is undone: only its answer stays. */
  rehearse<T>(work: () => Promise<T>): Promise<T> {
    return this.db.rehearse(work);
  }

  /** Until the unit ends nobody plans a session of its batches that would not know of the freeze. */
  async lockBatches(enrollmentId: string): Promise<void> {
    await this.db.run(sql`
      select from batches b join enrollment_batches eb on eb.center_id = b.center_id and eb.batch_id = b.id
      where b.center_id = current_center() and eb.enrollment_id = ${enrollmentId} order by b.id for no key update of b`);
  }

  find(enrollmentId: string, id: string): Promise<StoredFreeze | undefined> {
    return this.db.first<StoredFreeze>(sql`
      select id, from_date as from, to_date as to, moves_end as "movesEnd" from enrollment_freezes
      where center_id = current_center() and enrollment_id = ${enrollmentId} and id = ${id}`);
  }

  overlapping(enrollmentId: string, { from, to }: Rest): Promise<StoredFreeze | undefined> {
    return this.db.first<StoredFreeze>(sql`
      select id, from_date as from, to_date as to, moves_end as "movesEnd" from enrollment_freezes
      where center_id = current_center() and enrollment_id = ${enrollmentId} and from_date <= ${to} and to_date >= ${from}
      order by from_date limit 1`);
  }

  /** The last of these days on which the student came on this enrollment. */
  async lastAttended(enrollmentId: string, { from, to }: Rest): Promise<LocalDate | null> {
    const row = await this.db.first<{ day: LocalDate | null }>(sql`
      select max(s.date) as day from attendance_marks m join class_sessions s on s.center_id = m.center_id and s.id = m.session_id
      where m.center_id = current_center() and m.enrollment_id = ${enrollmentId}
        and m.status in ('PRESENT', 'LATE', 'MAKEUP', 'TRIAL') and s.date between ${from} and ${to}`);
    return row!.day;
  }

  /** Throws freeze_allowance_exceeded, whoever else freezes it at the same moment. */
  async add(enrollmentId: string, { from, to }: Rest, more: { reason: string | null; movesEnd: boolean }) {
    await this.db.run(sql`
      insert into enrollment_freezes (enrollment_id, from_date, to_date, reason, moves_end)
      values (${enrollmentId}, ${from}, ${to}, ${more.reason}, ${more.movesEnd})`);
  }

  async endOn(id: string, lastDay: LocalDate): Promise<void> {
    await this.db.run(
      sql`update enrollment_freezes set to_date = ${lastDay} where center_id = current_center() and id = ${id}`,
    );
  }

  async remove(id: string): Promise<void> {
    await this.db.run(sql`delete from enrollment_freezes where center_id = current_center() and id = ${id}`);
  }
}
