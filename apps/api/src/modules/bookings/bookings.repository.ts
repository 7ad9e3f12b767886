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

export interface Seat {
  sessionId: string;
  name: string;
  date: string;
  startTime: string;
}

export interface Reclaimed extends Seat {
  seated: boolean;
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

  async claimForEnrollments(enrollments: readonly { enrollmentId: string; from: string }[]): Promise<void> {
    await this.db.run(sql`
      select claim_enrollment_seats(n.id, n.day) from unnest(${enrollments.map(({ enrollmentId }) => enrollmentId)}::uuid[],
        ${enrollments.map(({ from }) => from)}::date[]) as n (id, day)`);
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

  releaseBetween(enrollmentId: string, days: { from: string; to: string | null }, reason: string): Promise<Seat[]> {
    return this.db.rows<Seat>(sql`
      select b."sessionId", b.name, b.date, b."startTime", release_seat(b.id, ${reason}) from (
        select b.id, s.id as "sessionId", s.name, s.date, s.start_time as "startTime"
        from bookings b join class_sessions s on s.center_id = b.center_id and s.id = b.session_id
        where b.center_id = current_center() and b.enrollment_id = ${enrollmentId} and b.kind = 'ENROLLED' and b.status = 'CONFIRMED'
          and s.date >= ${days.from} and (${days.to}::date is null or s.date <= ${days.to})
          and not exists (select from attendance_marks m
            where m.center_id = b.center_id and m.session_id = b.session_id and m.student_id = b.student_id)
        order by s.starts_at, s.id) b`);
  }

  reclaim(enrollmentId: string, { from, to }: { from: string; to: string }): Promise<Reclaimed[]> {
    return this.db.rows<Reclaimed>(sql`
      select s.id as "sessionId", s.name, s.date, s.start_time as "startTime", r.seated
      from reclaim_enrollment_seats(${enrollmentId}, ${from}, ${to}) r
      join class_sessions s on s.center_id = current_center() and s.id = r.session_id order by s.starts_at, s.id`);
  }

  /** In order of time, so that two of these never wait for each other. */
  async claimStanding(sessionIds: readonly string[]): Promise<number> {
    const rows = await this.db.rows<{ count: number }>(sql`
      select claim_standing_seats(s.id) as count from (
        select id from class_sessions where center_id = current_center() and id = any (${sessionIds}::uuid[])
        order by starts_at, id) s`);
    return rows.reduce((sum, { count }) => sum + count, 0);
  }

  async moveStanding(batchId: string, { from, by }: { from: string; by: number }): Promise<void> {
    await this.db.run(sql`select move_standing_places(${batchId}, ${from}, ${by})`);
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
