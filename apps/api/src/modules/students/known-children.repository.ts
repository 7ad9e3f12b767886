import { Injectable } from '@nestjs/common';
import type { AnswerOf, findDuplicates } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { currentEnrollment, hasName, hasPhone, nameOf, primaryGuardian, searchForm, statusOf } from './students.sql.ts';

export interface Description {
  name: string;
  dob: string | null;
  phones: string[];
  emails: string[];
}

type Duplicate = AnswerOf<typeof findDuplicates>['items'][number];

@Injectable()
export class KnownChildrenRepository {
  constructor(private readonly db: Database) {}

  /** Two people who write down the same family take turns. In order, so that they never wait for each other. */
  async takeTurn(contacts: readonly string[]): Promise<void> {
    for (const contact of contacts.toSorted())
      await this.db.run(sql`select pg_advisory_xact_lock(hashtextextended(current_center() || ${contact}, 0))`);
  }

  /** The child of a family one can reach under one of these contacts; an unknown birthday agrees with every other. */
  find({ name, dob, phones, emails }: Description): Promise<{ id: string; archived: boolean } | undefined> {
    return this.db.first(sql`
      select s.id, s.archived_at is not null as archived from students s
      where s.center_id = current_center() and s.merged_into_id is null and s.search_name = ${searchForm(name)}
        and (s.dob is null or ${dob}::date is null or s.dob = ${dob}::date)
        and exists (select from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
                    where f.center_id = s.center_id and f.student_id = s.id
                      and (g.phone_e164 = any (${phones}) or g.email = any (${emails})))
      order by s.archived_at is not null, s.dob is null, s.created_at limit 1`);
  }

  similar(asked: {
    phone: string | undefined;
    name: string | undefined;
    dob: string | undefined;
  }): Promise<Duplicate[]> {
    const byPhone = this.familyHas(asked.phone);
    const byName = asked.name ? hasName(sql`s.search_name`, asked.name) : sql`false`;
    const sameName = asked.name ? sql`s.search_name = ${searchForm(asked.name)}` : sql`false`;
    const sameDob = asked.dob ? sql`(s.dob is null or s.dob = ${asked.dob}::date)` : sql`true`;
    return this.db.rows<Duplicate>(sql`
      select s.id as "studentId", ${nameOf} as name, s.dob, ${statusOf} as status,
        case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name, 'phone', g.phone) end as guardian,
        (select l.id from leads l where l.center_id = s.center_id and l.student_id = s.id
          and l.status not in ('ENROLLED', 'DEAD_LEAD')) as "openLeadId", alike.match
      from students s ${primaryGuardian} ${currentEnrollment}
      cross join lateral (select case when ${byPhone} and ${sameName} and ${sameDob} then 'EXACT'
        when ${byPhone} then 'PHONE' when ${byName} and ${sameDob} then 'NAME' end as match) alike
      where s.center_id = current_center() and s.merged_into_id is null and alike.match is not null
      order by array_position(array['EXACT', 'PHONE', 'NAME'], alike.match), s.search_name, s.id limit 20`);
  }

  private familyHas(phone: string | undefined): Sql {
    const matches = phone ? hasPhone(sql`p.phone_digits`, phone) : undefined;
    if (!matches) return sql`false`;
    return sql`exists (select from family_links f join guardians p on p.center_id = f.center_id and p.id = f.guardian_id
      where f.center_id = s.center_id and f.student_id = s.id and ${matches})`;
  }
}
