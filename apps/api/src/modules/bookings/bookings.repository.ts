import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface SeatWanted {
  sessionId: string;
  studentId: string;
  kind: 'ENROLLED' | 'DROP_IN' | 'MAKEUP' | 'TRIAL';
  enrollmentId?: string;
  leadId?: string;
}

@Injectable()
export class BookingsRepository {
  constructor(private readonly db: Database) {}

  async claim({ sessionId, studentId, kind, enrollmentId, leadId }: SeatWanted): Promise<string> {
    const row = await this.db.first<{ id: string }>(
      sql`select claim_seat(${sessionId}, ${studentId}, ${kind}, ${enrollmentId ?? null}, ${leadId ?? null}) as id`,
    );
    return row!.id;
  }

  async release(bookingId: string, reason: string): Promise<boolean> {
    const row = await this.db.first<{ released: boolean }>(
      sql`select release_seat(${bookingId}, ${reason}) as released`,
    );
    return row!.released;
  }

  async claimForEnrollment(enrollmentId: string, from: string | null): Promise<number> {
    const row = await this.db.first<{ count: number }>(
      sql`select claim_enrollment_seats(${enrollmentId}, ${from}) as count`,
    );
    return row!.count;
  }

  async releaseOfEnrollment(enrollmentId: string, from: string, reason: string): Promise<number> {
    const rows = await this.db.rows(sql`
      select release_seat(b.id, ${reason}) from (
        select b.id from bookings b join class_sessions s on s.center_id = b.center_id and s.id = b.session_id
        where b.center_id = current_center() and b.enrollment_id = ${enrollmentId} and b.status = 'CONFIRMED'
          and s.date >= ${from} and s.starts_at > app_now()
        order by s.starts_at, s.id) b`);
    return rows.length;
  }

  /** In order of time, so that two of these never wait for each other. */
  async claimStanding(sessionIds: readonly string[]): Promise<number> {
    const rows = await this.db.rows<{ count: number }>(sql`
      select claim_standing_seats(s.id) as count from (
        select id from class_sessions where center_id = current_center() and id = any (${sessionIds}::uuid[])
        order by starts_at, id) s`);
    return rows.reduce((sum, { count }) => sum + count, 0);
  }

  async releaseOfSession(sessionId: string, reason: string): Promise<string[]> {
    const rows = await this.db.rows<{ student_id: string }>(sql`
      update bookings set status = 'CANCELLED', cancelled_at = app_now(), cancel_reason = ${reason}
      where center_id = current_center() and session_id = ${sessionId} and status <> 'CANCELLED' returning student_id`);
    return rows.map((row) => row.student_id);
  }

  async setOutcomes(sessionId: string, outcomes: { studentId: string; status: string }[]): Promise<void> {
    await this.db.run(sql`
      update bookings b set status = o.status
      from unnest(${outcomes.map((o) => o.studentId)}::uuid[], ${outcomes.map((o) => o.status)}::text[]) as o (student_id, status)
      where b.center_id = current_center() and b.session_id = ${sessionId} and b.student_id = o.student_id
        and b.status <> 'CANCELLED' and b.status <> o.status`);
  }
}
