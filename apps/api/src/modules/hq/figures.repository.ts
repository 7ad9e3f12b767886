import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { bookedSeats, dailyFigures, planSales } from './figures.sql.ts';
import type { Period } from './hq.rules.ts';

/** What HQ looks at, counted from the rows themselves. Counting a day again gives the same figures. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly db: Database) {}

  async recount(spans: readonly Period[]): Promise<void> {
    // In a statement of its own: the counts below then see everything that whoever had the lock before has seen.
    await this.db.run(sql`select pg_advisory_xact_lock(hashtextextended('figures ' || current_center()::text, 0))`);
    for (const span of spans) {
      await this.countDays(span);
      await this.replace(sql`hourly_figures`, sql`date, hour, seats, seats_taken`, span, bookedSeats(span));
      await this.replace(sql`plan_figures`, sql`date, plan_name, sold, invoiced_minor`, span, planSales(span));
    }
  }

  /** The first and the last day that anything is known of, in this center. */
  async everyDay(): Promise<Period> {
    const known = await this.db.first<Period>(sql`
      select least(min(day), center_today()) as from, greatest(max(day), center_today()) as to from (
        select created_at::date - 1 as day from centers where id = current_center()
        union all select date from class_sessions where center_id = current_center()
        union all select date from intro_visits where center_id = current_center()
        union all select created_at::date - 1 from leads where center_id = current_center()
        union all select start_date from enrollments where center_id = current_center()
        union all select end_date from enrollments where center_id = current_center()
        union all select issued_on from invoices where center_id = current_center()
        union all select paid_at::date - 1 from payments where center_id = current_center()) known`);
    return known!; // an aggregate always answers a row
  }

  private async countDays(span: Period): Promise<void> {
    await this.db.run(sql`
      insert into daily_figures (date, new_leads, trials_booked, trials_attended, enrolled, renewals_due, renewed, seats, seats_taken,
        present, expected, active_students, collected_minor)
      ${dailyFigures(span)}
      on conflict (center_id, date) do update set new_leads = excluded.new_leads, trials_booked = excluded.trials_booked,
        trials_attended = excluded.trials_attended, enrolled = excluded.enrolled, renewals_due = excluded.renewals_due,
        renewed = excluded.renewed, seats = excluded.seats, seats_taken = excluded.seats_taken, present = excluded.present,
        expected = excluded.expected, active_students = excluded.active_students, collected_minor = excluded.collected_minor`);
  }

  private async replace(table: Sql, columns: Sql, { from, to }: Period, counted: Sql): Promise<void> {
    await this.db.run(sql`delete from ${table} where center_id = current_center() and date between ${from} and ${to}`);
    await this.db.run(sql`insert into ${table} (${columns}) ${counted}`);
  }
}
