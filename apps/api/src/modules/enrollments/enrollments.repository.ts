import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Agreed } from './terms.service.ts';

@Injectable()
export class EnrollmentsRepository {
  constructor(private readonly db: Database) {}

  /** Whoever enrolls, moves or bills a student waits here, so that what they read stays true. */
  lockStudent(id: string): Promise<{ name: string; archived: boolean } | undefined> {
    return this.db.first(sql`
      select concat_ws(' ', first_name, last_name) as name, archived_at is not null as archived from students
      where center_id = current_center() and id = ${id} for no key update`);
  }

  async add(
    studentId: string,
    agreed: Agreed,
    more: { notes: string | null; renewedFromId: string | null },
  ): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into enrollments (student_id, plan_id, plan_name, plan_type, start_date, end_date, visits_included, days_selected, price_minor,
        notes, renewed_from_id, freeze_days_allowed)
      values (${studentId}, ${agreed.planId}, ${agreed.planName}, ${agreed.planType}, ${agreed.startDate}, ${agreed.endDate},
        ${agreed.visitsIncluded}, ${agreed.daysSelected}, ${agreed.priceMinor}, ${more.notes}, ${more.renewedFromId},
        ${agreed.freezeDaysAllowed}) returning id`);
    return row!.id;
  }

  /** Answers whether it was still the version that was read. */
  async change(
    of: { id: string; version: number },
    change: { endDate: string | null; notes: string | null | undefined },
  ) {
    const count = await this.db.run(sql`
      update enrollments set end_date = ${change.endDate}, notes = case when ${change.notes === undefined} then notes else ${change.notes ?? null} end,
        expired_on = case when end_date is distinct from ${change.endDate}::date
          and coalesce(${change.endDate}::date, 'infinity') >= center_today() then null else expired_on end
      where center_id = current_center() and id = ${of.id} and version = ${of.version}`);
    return count === 1;
  }

  async setEnd(id: string, endDate: string): Promise<void> {
    await this.db.run(
      sql`update enrollments set end_date = ${endDate} where center_id = current_center() and id = ${id}`,
    );
  }

  async setDays(id: string, days: readonly string[]): Promise<void> {
    await this.db.run(
      sql`update enrollments set days_selected = ${days} where center_id = current_center() and id = ${id}`,
    );
  }

  async cancel(id: string, reason: string): Promise<void> {
    await this.db.run(sql`
      update enrollments set cancelled_at = app_now(), cancel_reason = ${reason} where center_id = current_center() and id = ${id}`);
  }

  /** Marks what has ended and was not marked before. Answers those whose visits are used up before their last day. */
  async markExpired(): Promise<string[]> {
    const rows = await this.db.rows<{ id: string; used_up: boolean }>(sql`
      update enrollments e set expired_on = least(e.end_date + 1, center_today())
      from enrollment_states st
      where e.center_id = current_center() and st.center_id = e.center_id and st.id = e.id and st.status = 'EXPIRED' and e.expired_on is null
      returning e.id, coalesce(e.end_date, 'infinity') >= center_today() as used_up`);
    return rows.filter((row) => row.used_up).map((row) => row.id);
  }

  /** A student's enrollments that have days left, but no visits. */
  usedUp(studentId: string): Promise<{ id: string; today: string }[]> {
    return this.db.rows(sql`
      select id, center_today() as today from enrollment_states where center_id = current_center() and student_id = ${studentId}
        and status = 'EXPIRED' and coalesce(end_date, 'infinity') >= center_today()`);
  }
}
