import { Injectable } from '@nestjs/common';
import type { AnswerOf, search } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import {
  currentEnrollment,
  hasName,
  hasPhone,
  nameOf,
  searchForm,
  statusOf,
  taughtBy,
} from '../students/students.sql.ts';

type Hit = AnswerOf<typeof search>['items'][number];

export interface Sight {
  phones: boolean;
  leads: boolean;
  /** Only people of this trainer's classes. */
  trainerId: string | undefined;
}

const none = sql`false`;

@Injectable()
export class SearchRepository {
  constructor(private readonly db: Database) {}

  /** Names that begin with what was typed come first. A child is also found by a phone of its family. */
  find(typed: string, limit: number, sight: Sight): Promise<Hit[]> {
    const own = sight.trainerId ? taughtBy(sight.trainerId) : sql`true`;
    return this.db.rows<Hit>(sql`
      with families as materialized (
        select f.student_id, g.id, g.name, g.search_name, g.phone, f.is_primary, f.created_at, ${hasName(sql`g.search_name`, typed)} as named,
          ${this.phone(typed, sight)} as called
        from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
        where f.center_id = current_center()),
      called as (select distinct student_id from families where called),
      hits as (
        select 'STUDENT' as kind, s.id, s.id as student_id, null::text as status, s.search_name, null::text as source
        from students s left join called on called.student_id = s.id
        where s.center_id = current_center() and s.archived_at is null and ${own}
          and (called.student_id is not null or ${hasName(sql`s.search_name`, typed)})
        union all
        (select distinct on (f.id) 'GUARDIAN', f.id, s.id, null, f.search_name, null
        from families f join students s on s.center_id = current_center() and s.id = f.student_id
        where (f.named or f.called) and s.archived_at is null and ${own}
        order by f.id, s.search_name, s.id)
        union all
        select 'LEAD', l.id, s.id, l.status, s.search_name, l.source
        from leads l join students s on s.center_id = l.center_id and s.id = l.student_id
        left join called on called.student_id = s.id
        where l.center_id = current_center() and ${sight.leads ? sql`true` : none}
          and l.status <> 'ENROLLED' and s.archived_at is null
          and (called.student_id is not null or ${hasName(sql`s.search_name`, typed)})),
      best as (
        select * from hits
        order by not starts_with(search_name, ${searchForm(typed)}), array_position(array['STUDENT', 'GUARDIAN', 'LEAD'], kind),
          search_name, id limit ${limit})
      select h.kind, h.id, coalesce(me.name, ${nameOf}) as title,
        case h.kind when 'GUARDIAN' then children.names when 'LEAD' then concat_ws(' · ', h.source, g.name)
          else concat_ws(' · ', g.name, batches.names) end as subtitle,
        case h.kind when 'LEAD' then h.status when 'STUDENT' then ${statusOf} end as status,
        case when h.kind = 'STUDENT' and state.status = 'PAUSED' then state.paused_until end as "pausedUntil",
        coalesce(me.phone, g.phone) as phone,
        case h.kind when 'LEAD' then '/leads/' || h.id else '/students/' || h.student_id end as path
      from best h
      join students s on s.center_id = current_center() and s.id = h.student_id
      left join lateral (select f.name, f.phone from families f where f.id = h.id and h.kind = 'GUARDIAN' limit 1) me on true
      left join lateral (select f.name, f.phone from families f where f.student_id = s.id
                         order by f.is_primary desc, f.created_at limit 1) g on true
      left join lateral (select string_agg(${nameOf}, ', ' order by s.search_name) as names
                         from families f join students s on s.center_id = current_center() and s.id = f.student_id
                         where f.id = h.id and h.kind = 'GUARDIAN' and s.archived_at is null and ${own}) children on true
      ${currentEnrollment}
      left join lateral (select string_agg(b.name, ', ' order by b.name) as names from enrollment_batches eb
                         join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
                         where eb.center_id = s.center_id and eb.enrollment_id = state.id and state.status <> 'CANCELLED') batches on true
      order by not starts_with(h.search_name, ${searchForm(typed)}),
        array_position(array['STUDENT', 'GUARDIAN', 'LEAD'], h.kind), h.search_name, h.id`);
  }

  private phone(typed: string, { phones }: Sight): Sql {
    return (phones ? hasPhone(sql`g.phone_digits`, typed) : undefined) ?? none;
  }
}
