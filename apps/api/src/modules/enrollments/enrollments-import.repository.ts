import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { newIds } from '../../platform/database/new-ids.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Place } from './enrollments.rules.ts';
import type { Span } from './places.repository.ts';
import type { Agreed } from './terms.service.ts';

/** How long it may rest is the plan's to say, where there is one. */
export type AgreedElsewhere = Omit<Agreed, 'freezeDaysAllowed'>;

export type EnrollmentToWrite = AgreedElsewhere & {
  studentId: string;
  batchId: string | null;
  cancelReason: string | null;
};

export type PlaceToWrite = Place & Span & { enrollmentId: string };

export interface EnrollmentSought {
  position: number;
  studentId: string;
  planType: string;
  startDate: string;
  /** Under another name it is another batch. */
  batchId: string | null;
}

@Injectable()
export class EnrollmentsImportRepository {
  constructor(private readonly db: Database) {}

  /** Answers their ids, in their order. */
  async add(enrollments: readonly EnrollmentToWrite[]): Promise<string[]> {
    const ids = await newIds(this.db, enrollments.length);
    const rows = enrollments.map((enrollment, index) => ({ ...enrollment, id: ids[index] }));
    await this.db.run(sql`
      insert into enrollments (id, student_id, plan_id, plan_name, plan_type, start_date, end_date, visits_included, days_selected,
        price_minor, cancelled_at, cancel_reason, freeze_days_allowed)
      select n.id, "studentId", "planId", "planName", "planType", "startDate", "endDate", "visitsIncluded", "daysSelected",
        "priceMinor", case when "cancelReason" is not null then app_now() end, "cancelReason", coalesce(p.freeze_days_allowed, 0)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "studentId" uuid, "planId" uuid, "planName" text,
        "planType" text, "startDate" date, "endDate" date, "visitsIncluded" int, "daysSelected" text[], "priceMinor" bigint,
        "cancelReason" text)
      left join plans p on p.id = n."planId"`);
    await this.db.run(sql`
      insert into enrollment_batches (enrollment_id, batch_id)
      select id, "batchId" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "batchId" uuid)
      where "batchId" is not null`);
    return ids;
  }

  /** In the order of the batches, so that two imports never wait for each other. */
  async place(places: readonly PlaceToWrite[]): Promise<void> {
    await this.db.run(sql`
      insert into standing_places (batch_id, enrollment_id, weekday, from_date, to_date)
      select "batchId", "enrollmentId", weekday, "from", "to" from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as n ("batchId" uuid, "enrollmentId" uuid, weekday text, "from" date, "to" date) order by "batchId", weekday, "enrollmentId"`);
  }

  /** How many more places each would leave for others on its busiest day. Nobody else takes one until the unit ends. */
  async left(wanted: readonly (Place & Span)[]): Promise<(Place & Span & { left: number })[]> {
    const batchIds = [...new Set(wanted.map(({ batchId }) => batchId))];
    await this.db.run(sql`select from batches where center_id = current_center() and id = any (${batchIds}::uuid[])
      order by id for no key update`);
    return this.db.rows(sql`
      select n."batchId", n.weekday, n."from", n."to",
        b.capacity - standing_places_taken(b.id, n.weekday, n."from", n."to") as left
      from (select distinct * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as n ("batchId" uuid, weekday text, "from" date, "to" date)) n
      join batches b on b.center_id = current_center() and b.id = n."batchId"`);
  }

  /** What is refused leaves nothing behind. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.db.attempt(work);
  }

  async known(sought: readonly EnrollmentSought[]): Promise<Map<number, string>> {
    const rows = await this.db.rows<{ position: number; id: string }>(sql`
      select distinct on (k.position) k.position, e.id
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb)
        as k (position int, "studentId" uuid, "planType" text, "startDate" date, "batchId" uuid)
      join enrollments e on e.center_id = current_center() and e.student_id = k."studentId"
        and e.plan_type = k."planType" and e.start_date = k."startDate"
      where k."batchId" is null or not exists (select from enrollment_batches b where b.center_id = e.center_id and b.enrollment_id = e.id)
        or exists (select from enrollment_batches b
          where b.center_id = e.center_id and b.enrollment_id = e.id and b.batch_id = k."batchId")
      order by k.position, e.id`);
    return new Map(rows.map(({ position, id }) => [position, id]));
  }
}
