import { Injectable } from '@nestjs/common';
import type { InputOf, IntroVisit, listIntroVisits } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { introVisitRows } from '../leads/leads.sql.ts';

/** When a visit is, and in which session, if in one. */
export interface Slot {
  classSessionId: string | null;
  date: string;
  startTime: string;
  scheduledAt: string;
}

export interface LockedVisit {
  id: string;
  leadId: string;
  studentId: string;
  status: IntroVisit['status'];
  classSessionId: string | null;
  bookingId: string | null;
  date: string;
  version: number;
}

export interface SessionRow {
  id: string;
  status: string;
  date: string;
  startTime: string;
  startsAt: string;
  over: boolean;
}

const scheduledAt = sql`coalesce(cs.starts_at, v.scheduled_at)`;
const date = sql`coalesce(cs.date, v.date)`;

export interface MovedVisit {
  id: string;
  leadId: string;
  studentId: string;
  from: string;
  date: string;
  startTime: string;
  sessionName: string;
}

type CancelledVisit = Pick<LockedVisit, 'id' | 'leadId' | 'studentId' | 'bookingId' | 'date'>;
const cancelled = sql`id, lead_id as "leadId", student_id as "studentId", booking_id as "bookingId", date`;

@Injectable()
export class IntroVisitsRepository {
  constructor(private readonly db: Database) {}

  list(query: InputOf<typeof listIntroVisits>['query'], trainerId: string | undefined): Promise<IntroVisit[]> {
    const { from, to, status, cursor, limit } = query;
    return this.db.rows<IntroVisit>(
      introVisitRows(
        where(
          sql`v.center_id = current_center()`,
          query.date && sql`${date} = ${query.date}`,
          from && sql`${date} >= ${from}`,
          to && sql`${date} <= ${to}`,
          status && sql`v.status = ${status}`,
          trainerId && this.isTakenBy(trainerId),
          after(cursor, scheduledAt, sql`v.id`),
        ),
        sql`order by ${scheduledAt}, v.id limit ${limit + 1}`,
      ),
    );
  }

  find(id: string, trainerId?: string): Promise<IntroVisit | undefined> {
    const own = where(sql`v.center_id = current_center() and v.id = ${id}`, trainerId && this.isTakenBy(trainerId));
    return this.db.first<IntroVisit>(introVisitRows(own, sql``));
  }

  lock(id: string): Promise<LockedVisit | undefined> {
    return this.db.first<LockedVisit>(sql`
      select v.id, v.lead_id as "leadId", v.student_id as "studentId", v.status, v.class_session_id as "classSessionId",
        v.booking_id as "bookingId", ${date} as date, v.version
      from intro_visits v left join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
      where v.center_id = current_center() and v.id = ${id} for no key update of v`);
  }

  async hasLead(id: string): Promise<boolean> {
    return (
      (await this.db.first(sql`select from leads where center_id = current_center() and id = ${id}`)) !== undefined
    );
  }

  async timezone(): Promise<string> {
    const row = await this.db.first<{ timezone: string }>(
      sql`select timezone from centers where id = current_center()`,
    );
    return row!.timezone;
  }

  findSession(id: string): Promise<SessionRow | undefined> {
    return this.session(sql`s.id = ${id}`);
  }

  /** The batch's session of that day that can still be booked, else another of that day. */
  findSessionOn(batchId: string, day: string): Promise<SessionRow | undefined> {
    return this.session(sql`s.batch_id = ${batchId} and s.date = ${day}`);
  }

  async add(
    visit: { leadId: string; studentId: string; bookingId: string | null; trainerUserId: string | null },
    slot: Slot,
  ) {
    const row = await this.db.first<{ id: string }>(sql`
      insert into intro_visits (lead_id, student_id, booking_id, trainer_user_id, class_session_id, date, start_time, scheduled_at)
      values (${visit.leadId}, ${visit.studentId}, ${visit.bookingId}, ${visit.trainerUserId},
              ${slot.classSessionId}, ${slot.date}, ${slot.startTime}, ${slot.scheduledAt}) returning id`);
    return row!.id;
  }

  async reseat(id: string, bookingId: string | null, slot: Slot): Promise<void> {
    await this.db.run(sql`
      update intro_visits set booking_id = ${bookingId}, class_session_id = ${slot.classSessionId}, date = ${slot.date},
        start_time = ${slot.startTime}, scheduled_at = ${slot.scheduledAt}, status = 'SCHEDULED', attended_at = null
      where center_id = current_center() and id = ${id}`);
  }

  async setTrainer(id: string, trainerUserId: string | null): Promise<void> {
    await this.db.run(sql`update intro_visits set trainer_user_id = ${trainerUserId}
      where center_id = current_center() and id = ${id}`);
  }

  /** Answers whether that changed anything. */
  async setOutcome(id: string, outcome: string, notes: string | null | undefined): Promise<boolean> {
    const noted = notes === undefined ? sql`outcome_notes` : sql`${notes || null}`;
    const changed = await this.db.first<{ moved: boolean }>(sql`
      with before as (select status from intro_visits where center_id = current_center() and id = ${id})
      update intro_visits set status = ${outcome}, outcome_notes = ${noted},
        attended_at = case when ${outcome} = 'ATTENDED' then coalesce(attended_at, app_now()) end
      where center_id = current_center() and id = ${id} returning (select status from before) <> status as moved`);
    return changed?.moved ?? false;
  }

  ofSession(sessionId: string, studentIds: readonly string[]): Promise<{ id: string; studentId: string }[]> {
    return this.db.rows(sql`
      select id, student_id as "studentId" from intro_visits
      where center_id = current_center() and class_session_id = ${sessionId} and student_id = any (${studentIds}::uuid[])
        and status <> 'CANCELLED' order by id`);
  }

  /** Those that are still to come in a session take on its time. Answers each that changed, with the day it was on. */
  followSession(sessionId: string): Promise<MovedVisit[]> {
    return this.db.rows<MovedVisit>(sql`
      with was as (
        select v.id, v.date, cs.name, cs.date as to_date, cs.start_time, cs.starts_at
        from intro_visits v join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
        where v.center_id = current_center() and v.class_session_id = ${sessionId} and v.status = 'SCHEDULED'
          and (v.date, v.start_time, v.scheduled_at) is distinct from (cs.date, cs.start_time, cs.starts_at)
        order by v.id for no key update of v)
      update intro_visits v set date = was.to_date, start_time = was.start_time, scheduled_at = was.starts_at
      from was where v.center_id = current_center() and v.id = was.id
      returning v.id, v.lead_id as "leadId", v.student_id as "studentId", was.date as from, v.date, v.start_time as "startTime", was.name as "sessionName"`);
  }

  /** Those that were still to come in a session, and are not any more. */
  cancelOfSession(sessionId: string): Promise<CancelledVisit[]> {
    return this.db.rows<CancelledVisit>(sql`
      update intro_visits set status = 'CANCELLED'
      where center_id = current_center() and class_session_id = ${sessionId} and status = 'SCHEDULED' returning ${cancelled}`);
  }

  /** Those that are still to come, unless the lead was reopened meanwhile. What has begun is for the roster to say. */
  cancelOfLostLead(leadId: string): Promise<CancelledVisit[]> {
    return this.db.rows<CancelledVisit>(sql`
      update intro_visits set status = 'CANCELLED'
      where center_id = current_center() and status = 'SCHEDULED' and id in (${this.toCome(leadId)})
        and exists (select from leads l where l.center_id = current_center() and l.id = ${leadId} and l.status = 'DEAD_LEAD')
      returning ${cancelled}`);
  }

  async hasToCome(leadId: string): Promise<boolean> {
    return (await this.db.first(sql`${this.toCome(leadId)} limit 1`)) !== undefined;
  }

  private toCome(leadId: string): Sql {
    return sql`select v.id from intro_visits v left join class_sessions cs on cs.center_id = v.center_id and cs.id = v.class_session_id
      where v.center_id = current_center() and v.lead_id = ${leadId} and v.status = 'SCHEDULED' and ${scheduledAt} > app_now()`;
  }

  private session(which: Sql): Promise<SessionRow | undefined> {
    return this.db.first<SessionRow>(sql`
      select s.id, s.status, s.date, s.start_time as "startTime", s.starts_at as "startsAt", s.ends_at <= app_now() as over
      from class_sessions s where s.center_id = current_center() and ${which}
      order by (s.status in ('PUBLISHED', 'IN_PROGRESS') and s.ends_at > app_now()) desc, s.starts_at, s.id limit 1`);
  }

  private isTakenBy(trainerId: string): Sql {
    return sql`(v.trainer_user_id = ${trainerId} or cs.trainer_user_id = ${trainerId} or exists (
      select from batch_trainers bt
      where bt.center_id = v.center_id and bt.batch_id = cs.batch_id and bt.user_id = ${trainerId}))`;
  }
}
