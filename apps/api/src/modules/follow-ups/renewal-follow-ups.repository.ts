import { Injectable } from '@nestjs/common';
import type { FollowUp } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface Contact {
  enrollmentId: string;
  studentId: string;
  channel: FollowUp['channel'];
  outcome: NonNullable<FollowUp['outcome']>;
  note: string | null;
}

@Injectable()
export class RenewalFollowUpsRepository {
  constructor(private readonly db: Database) {}

  /** One per enrollment for all time, on its day at ten in the morning; whoever comes second adds nothing. Answers how many. */
  planOnce(plans: readonly { enrollmentId: string; on: string }[]): Promise<number> {
    return this.db.run(sql`
      insert into follow_ups (enrollment_id, student_id, channel, due_at, assigned_to_user_id, origin)
      select e.id, e.student_id, 'CALL', (p.day + time '10:00') at time zone c.timezone, r.assigned_to_user_id, 'RENEWAL'
      from unnest(${plans.map((plan) => plan.enrollmentId)}::uuid[], ${plans.map((plan) => plan.on)}::date[]) as p (enrollment_id, day)
      join enrollments e on e.center_id = current_center() and e.id = p.enrollment_id
      join centers c on c.id = e.center_id
      left join renewals r on r.center_id = e.center_id and r.enrollment_id = e.id
      order by e.id
      on conflict (center_id, enrollment_id) where origin = 'RENEWAL' do nothing`);
  }

  /** The talk that was planned first has taken place. Answers whether one was planned. */
  async completeFirst({ enrollmentId, channel, outcome, note }: Contact): Promise<boolean> {
    const done = await this.db.run(sql`
      update follow_ups set completed_at = app_now(), channel = ${channel}, outcome = ${outcome}, note = coalesce(${note}, note)
      where center_id = current_center() and id = (
        select id from follow_ups where center_id = current_center() and enrollment_id = ${enrollmentId} and completed_at is null
        order by due_at, id limit 1 for update)`);
    return done > 0;
  }

  async addCompleted({ enrollmentId, studentId, channel, outcome, note }: Contact): Promise<void> {
    await this.db.run(sql`
      insert into follow_ups (enrollment_id, student_id, channel, due_at, completed_at, outcome, note)
      values (${enrollmentId}, ${studentId}, ${channel}, app_now(), app_now(), ${outcome}, ${note})`);
  }

  async close(enrollmentId: string): Promise<void> {
    await this.db.run(sql`update follow_ups set completed_at = app_now(), outcome = 'DONE'
      where center_id = current_center() and enrollment_id = ${enrollmentId} and completed_at is null`);
  }

  async assign(enrollmentIds: readonly string[], userId: string | null): Promise<void> {
    await this.db.run(sql`update follow_ups set assigned_to_user_id = ${userId}
      where center_id = current_center() and enrollment_id = any (${enrollmentIds}::uuid[]) and completed_at is null`);
  }
}
