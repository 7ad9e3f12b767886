import { Injectable } from '@nestjs/common';
import type { FollowUp, InputOf, listFollowUps } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { dueSpans, startOf } from './follow-ups.sql.ts';

export interface PlannedFollowUp {
  leadId?: string | null;
  enrollmentId?: string | null;
  studentId: string;
  channel?: FollowUp['channel'];
  dueAt: string;
  note?: string | null;
  assignedToUserId?: string | null;
}

@Injectable()
export class FollowUpsRepository {
  constructor(private readonly db: Database) {}

  listOpen({ due, assignedToUserId, cursor, limit }: InputOf<typeof listFollowUps>['query']): Promise<FollowUp[]> {
    return this.select(
      where(
        sql`t.center_id = current_center() and t.completed_at is null`,
        due && dueSpans[due],
        assignedToUserId && sql`t.assigned_to_user_id = ${assignedToUserId}`,
        after(cursor, sql`t.due_at`, sql`t.id`),
      ),
      sql`order by t.due_at, t.id limit ${limit + 1}`,
    );
  }

  async find(id: string): Promise<FollowUp | undefined> {
    const [row] = await this.select(sql`where t.center_id = current_center() and t.id = ${id}`, sql``);
    return row;
  }

  ofLead(leadId: string): Promise<FollowUp[]> {
    return this.select(
      sql`where t.center_id = current_center() and t.lead_id = ${leadId}`,
      sql`order by t.completed_at desc nulls first, t.due_at, t.id limit 200`,
    );
  }

  /** Whom a lead or an enrollment is about, and who looks after it. */
  subjectOf(of: { leadId?: string | undefined; enrollmentId?: string | undefined }) {
    return this.db.first<{ studentId: string; assignedToUserId: string | null }>(
      of.leadId
        ? sql`select student_id as "studentId", assigned_to_user_id as "assignedToUserId" from leads
              where center_id = current_center() and id = ${of.leadId}`
        : sql`select student_id as "studentId", null::uuid as "assignedToUserId" from enrollments
              where center_id = current_center() and id = ${of.enrollmentId}`,
    );
  }

  async add(followUp: PlannedFollowUp): Promise<string> {
    const [id] = await this.addMany([followUp]);
    return id!;
  }

  async addMany(followUps: readonly PlannedFollowUp[]): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      insert into follow_ups (lead_id, enrollment_id, student_id, channel, due_at, note, assigned_to_user_id)
      select "leadId", "enrollmentId", "studentId", coalesce(channel, 'CALL'), "dueAt", note, "assignedToUserId"
      from jsonb_to_recordset(${JSON.stringify(followUps)}::jsonb) as n ("leadId" uuid, "enrollmentId" uuid, "studentId" uuid,
        channel text, "dueAt" timestamptz, note text, "assignedToUserId" uuid) returning id`);
    return rows.map(({ id }) => id);
  }

  /** Answers false when somebody was quicker. */
  async complete(id: string, outcome: string, note: string | null): Promise<boolean> {
    const done = await this.db.run(sql`
      update follow_ups set completed_at = app_now(), outcome = ${outcome}, note = coalesce(${note}, note)
      where center_id = current_center() and id = ${id} and completed_at is null`);
    return done > 0;
  }

  async closeOfLead(leadId: string): Promise<void> {
    await this.db.run(sql`update follow_ups set completed_at = app_now(), outcome = 'DONE'
      where center_id = current_center() and lead_id = ${leadId} and completed_at is null`);
  }

  firstOpenOf(leadId: string): Promise<{ id: string } | undefined> {
    return this.db.first(sql`select id from follow_ups
      where center_id = current_center() and lead_id = ${leadId} and completed_at is null order by due_at, id limit 1`);
  }

  async setDue(id: string, dueAt: string): Promise<void> {
    await this.db.run(sql`update follow_ups set due_at = ${dueAt} where center_id = current_center() and id = ${id}`);
  }

  /** An open one of a lead that falls due on a day, or, with `orEarlier`, before it ends. */
  openOn(leadId: string, day: string, orEarlier: boolean): Promise<{ id: string } | undefined> {
    return this.db.first(sql`select t.id from follow_ups t
      ${where(
        sql`t.center_id = current_center() and t.lead_id = ${leadId} and t.completed_at is null`,
        sql`t.due_at < ${startOf(sql`${day}::date + 1`)}`,
        !orEarlier && sql`t.due_at >= ${startOf(sql`${day}::date`)}`,
      )} order by t.due_at, t.id limit 1`);
  }

  openAt(leadId: string, dueAt: string): Promise<{ id: string } | undefined> {
    return this.db.first(sql`select id from follow_ups where center_id = current_center() and lead_id = ${leadId}
      and completed_at is null and due_at = ${dueAt} order by id limit 1`);
  }

  async instantOn(day: string, time: string): Promise<string> {
    const row = await this.db.first<{ at: string }>(sql`select ((${`${day} ${time}`})::timestamp
      at time zone (select timezone from centers where id = current_center())) as at`);
    return row!.at;
  }

  async today(): Promise<string> {
    const row = await this.db.first<{ today: string }>(sql`select center_today() as today`);
    return row!.today;
  }

  private select(conditions: Sql, tail: Sql): Promise<FollowUp[]> {
    return this.db.rows<FollowUp>(sql`
      select t.id, t.lead_id as "leadId", t.enrollment_id as "enrollmentId", t.student_id as "studentId",
        s.first_name || coalesce(' ' || s.last_name, '') as "studentName", g.name as "guardianName", g.phone, t.channel,
        t.due_at as "dueAt", t.note, t.completed_at as "completedAt", t.outcome,
        t.completed_at is null and ${dueSpans.overdue} as overdue,
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "assignedTo"
      from follow_ups t
      join students s on s.center_id = t.center_id and s.id = t.student_id
      left join users u on u.id = t.assigned_to_user_id
      left join lateral (
        select g.name, g.phone from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
        where f.center_id = t.center_id and f.student_id = t.student_id
        order by f.is_primary desc, f.created_at, g.id limit 1) g on true
      ${conditions} ${tail}`);
  }
}
