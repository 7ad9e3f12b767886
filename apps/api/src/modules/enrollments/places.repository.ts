import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@cartwheel/domain/calendar';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { BatchDays, Place } from './enrollments.rules.ts';

export interface Batch extends BatchDays {
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  archived: boolean;
}

export interface Span {
  from: LocalDate;
  to: LocalDate | null;
}

@Injectable()
export class PlacesRepository {
  constructor(private readonly db: Database) {}

  batches(ids: readonly string[]): Promise<Batch[]> {
    return this.db.rows<Batch>(sql`
      select id, name, days_of_week as "daysOfWeek", starts_on as "startsOn", ends_on as "endsOn", archived_at is not null as archived
      from batches where center_id = current_center() and id = any (${ids}::uuid[]) order by id`);
  }

  closedDays({ from, to }: { from: LocalDate; to: LocalDate }): Promise<{ date: LocalDate }[]> {
    return this.db.rows(sql`
      select distinct d::date as date from closures c, generate_series(greatest(c.from_date, ${from}), least(c.to_date, ${to}), interval '1 day') d
      where c.center_id = current_center() and c.from_date <= ${to} and c.to_date >= ${from}`);
  }

  left(ids: readonly string[], { from, to }: Span): Promise<(Place & { left: number })[]> {
    return this.db.rows(sql`
      select b.id as "batchId", day as weekday, greatest(0, b.capacity - standing_places_taken(b.id, day, ${from}, ${to})) as left
      from batches b, unnest(b.days_of_week) as day
      where b.center_id = current_center() and b.id = any (${ids}::uuid[])
      order by b.id, array_position(array['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'], day)`);
  }

  /** Another enrollment of the student that has one of these places on some of these days. */
  async heldBy(studentId: string, places: readonly Place[], { from, to }: Span, except: string | null) {
    const row = await this.db.first<{ id: string }>(sql`
      select e.id from enrollment_states e
      join standing_places p on p.center_id = e.center_id and p.enrollment_id = e.id
      join unnest(${places.map((place) => place.batchId)}::uuid[], ${places.map((place) => place.weekday)}::text[])
        as wanted (batch_id, weekday) on wanted.batch_id = p.batch_id and wanted.weekday = p.weekday
      where e.center_id = current_center() and e.student_id = ${studentId} and e.id is distinct from ${except}
        and e.status in ('PENDING', 'ACTIVE', 'PAUSED')
        and p.from_date <= coalesce(${to}::date, 'infinity') and coalesce(p.to_date, 'infinity') >= ${from}
      order by e.id limit 1`);
    return row?.id;
  }

  /** One after the other in the order of the batches, so that two enrollments never wait for each other. */
  async add(enrollmentId: string, places: readonly Place[], { from, to }: Span): Promise<void> {
    const ordered = places.toSorted((a, b) => (a.batchId + a.weekday < b.batchId + b.weekday ? -1 : 1));
    await this.db.run(sql`
      insert into standing_places (batch_id, enrollment_id, weekday, from_date, to_date)
      select batch_id, ${enrollmentId}, weekday, ${from}, ${to}
      from unnest(${ordered.map((place) => place.batchId)}::uuid[], ${ordered.map((place) => place.weekday)}::text[])
        with ordinality as wanted (batch_id, weekday, position) order by position`);
  }

  /** Every place ends on this day at the latest; those that would begin later are gone. */
  async endOn(enrollmentId: string, lastDay: LocalDate): Promise<void> {
    const own = sql`center_id = current_center() and enrollment_id = ${enrollmentId}`;
    await this.db.run(sql`delete from standing_places where ${own} and from_date > ${lastDay}`);
    await this.db.run(sql`
      update standing_places set to_date = ${lastDay} where ${own} and coalesce(to_date, 'infinity') > ${lastDay}`);
  }

  /** The places that lasted to the old last day last to the new one. Answers them. */
  extend(enrollmentId: string, was: LocalDate | null, lastDay: LocalDate): Promise<Place[]> {
    return this.db.rows<Place>(sql`
      update standing_places set to_date = ${lastDay}
      where center_id = current_center() and enrollment_id = ${enrollmentId} and to_date is not distinct from ${was}::date
      returning batch_id as "batchId", weekday`);
  }

  async setBatches(enrollmentId: string, batchIds: readonly string[]): Promise<void> {
    const own = sql`center_id = current_center() and enrollment_id = ${enrollmentId}`;
    await this.db.run(sql`delete from enrollment_batches where ${own} and batch_id <> all (${batchIds}::uuid[])`);
    await this.db.run(sql`
      insert into enrollment_batches (enrollment_id, batch_id) select ${enrollmentId}, id from unnest(${batchIds}::uuid[]) as id
      on conflict do nothing`);
  }
}
