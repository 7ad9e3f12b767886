import { Injectable } from '@nestjs/common';
import type { getLeadBoard, InputOf, IntroVisit, Lead, LeadCard, LeadStatus, listLeads } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { dueSpans, startOf } from '../follow-ups/follow-ups.sql.ts';
import { hasName, hasPhone } from '../students/students.sql.ts';
import { cardColumns, cardJoins, introVisitRows } from './leads.sql.ts';

type ListQuery = InputOf<typeof listLeads>['query'];
type Filters = Pick<ListQuery, 'q' | 'assignedToUserId' | 'source' | 'nextStep'>;
export type LeadRow = Omit<Lead, 'guardians' | 'followUps' | 'introVisits' | 'timeline' | 'allowed'>;

const isOpen = sql`l.status not in ('ENROLLED', 'DEAD_LEAD')`;
const onBoard = sql`l.center_id = current_center() and (${isOpen} or l.status_since >= app_now() - interval '30 days')`;

/** What is read of leads: cards, the board, one lead. */
@Injectable()
export class LeadCardsRepository {
  constructor(private readonly db: Database) {}

  list(query: ListQuery): Promise<LeadCard[]> {
    return this.db.rows<LeadCard>(sql`
      with shown as (
        select l.id from leads l join students s on s.center_id = l.center_id and s.id = l.student_id
        ${where(
          sql`l.center_id = current_center()`,
          ...this.filters(query),
          query.status && sql`l.status = ${query.status}`,
          query.from && sql`l.created_at >= ${startOf(sql`${query.from}::date`)}`,
          query.to && sql`l.created_at < ${startOf(sql`${query.to}::date + 1`)}`,
          after(query.cursor, sql`l.created_at`, sql`l.id`, 'desc'),
        )}
        order by l.created_at desc, l.id desc limit ${query.limit + 1})
      select ${cardColumns} from shown join leads l on l.center_id = current_center() and l.id = shown.id ${cardJoins}
      order by l.created_at desc, l.id desc`);
  }

  columns(query: Filters): Promise<{ status: LeadStatus; count: number; medianDays: number | null }[]> {
    return this.db.rows(sql`
      select l.status, count(*)::int as count, case when ${isOpen} then percentile_cont(0.5) within group (
          order by ((select center_today()) - (l.status_since at time zone c.timezone)::date)) end as "medianDays"
      from leads l join centers c on c.id = l.center_id join students s on s.center_id = l.center_id and s.id = l.student_id
      ${where(onBoard, ...this.filters(query))} group by l.status`);
  }

  boardCards({ perColumn, ...query }: InputOf<typeof getLeadBoard>['query']): Promise<LeadCard[]> {
    return this.db.rows<LeadCard>(sql`
      with ranked as (
        select l.id, row_number() over (partition by l.status order by l.status_since desc, l.id desc) as place
        from leads l join students s on s.center_id = l.center_id and s.id = l.student_id
        ${where(onBoard, ...this.filters(query))})
      select ${cardColumns} from ranked join leads l on l.center_id = current_center() and l.id = ranked.id ${cardJoins}
      where ranked.place <= ${perColumn} order by ranked.place`);
  }

  find(id: string): Promise<LeadRow | undefined> {
    return this.db.first<LeadRow>(sql`
      select ${cardColumns}, l.preferred_days as "preferredDays", l.preferred_times as "preferredTimes",
        l.discovery_notes as "discoveryNotes", l.dead_note as "deadNote", l.version,
        jsonb_build_object('id', s.id, 'firstName', s.first_name, 'lastName', s.last_name,
          'name', s.first_name || coalesce(' ' || s.last_name, ''), 'dob', s.dob, 'school', s.school,
          'interests', s.interests, 'notes', s.notes, 'version', s.version,
          'ageIsApproximate', s.dob is null and s.birth_year is not null) as student
      from leads l ${cardJoins} where l.center_id = current_center() and l.id = ${id}`);
  }

  introVisitsOf(leadId: string): Promise<IntroVisit[]> {
    return this.db.rows<IntroVisit>(
      introVisitRows(
        sql`where v.center_id = current_center() and v.lead_id = ${leadId}`,
        sql`order by coalesce(cs.starts_at, v.scheduled_at) desc, v.id desc`,
      ),
    );
  }

  private filters({ q, assignedToUserId, source, nextStep }: Filters): (Sql | undefined | '')[] {
    return [
      q && this.isAskedFor(q),
      assignedToUserId && sql`l.assigned_to_user_id = ${assignedToUserId}`,
      source && sql`l.source = ${source}`,
      nextStep && this.hasNextStep(nextStep),
    ];
  }

  private isAskedFor(typed: string): Sql {
    const phone = hasPhone(sql`k.phone_digits`, typed);
    const guardian = phone ?? hasName(sql`k.search_name`, typed);
    return sql`(${hasName(sql`s.search_name`, typed)} or exists (
      select from family_links f join guardians k on k.center_id = f.center_id and k.id = f.guardian_id
      where f.center_id = l.center_id and f.student_id = l.student_id and ${guardian}))`;
  }

  private hasNextStep(step: 'NONE' | 'OVERDUE' | 'TODAY'): Sql {
    const planned = sql`select from follow_ups t where t.center_id = l.center_id and t.lead_id = l.id and t.completed_at is null`;
    if (step === 'OVERDUE') return sql`(${isOpen} and exists (${planned} and ${dueSpans.overdue}))`;
    if (step === 'TODAY') return sql`(${isOpen} and exists (${planned} and ${dueSpans.today}))`;
    return sql`(${isOpen} and not exists (${planned}) and not exists (
      select from intro_visits v where v.center_id = l.center_id and v.lead_id = l.id and v.status = 'SCHEDULED'))`;
  }
}
