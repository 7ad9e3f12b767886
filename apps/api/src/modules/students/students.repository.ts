import { Injectable } from '@nestjs/common';
import type { InputOf, listStudents, Student } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { joined, type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { ageOf, currentEnrollment, hasName, hasPhone, nameOf, searchForm, statusOf, taughtBy } from './students.sql.ts';

export interface StudentFields {
  firstName: string;
  lastName: string | null;
  dob: string | null;
  birthYear: number | null;
  school: string | null;
  interests: string[];
  notes: string | null;
  medicalNotes: string | null;
}

export interface Sight {
  /** Only the students of this trainer's classes. */
  trainerId: string | undefined;
  phones: boolean;
}

export type ProfileRow = Omit<Student, 'guardians' | 'warnings'> & { mergedIntoId: string | null };

@Injectable()
export class StudentsRepository {
  constructor(private readonly db: Database) {}

  async listIds(query: InputOf<typeof listStudents>['query'], { trainerId, phones }: Sight): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      select s.id from students s ${query.status ? currentEnrollment : sql``}
      ${where(
        sql`s.center_id = current_center() and s.merged_into_id is null`,
        query.status !== 'ARCHIVED' && sql`s.archived_at is null`,
        query.status && sql`${statusOf} = ${query.status}`,
        query.q && this.isAskedFor(query.q, phones),
        query.batchId && this.isIn(query.batchId),
        trainerId && taughtBy(trainerId),
        after(query.cursor, sql`s.search_name`, sql`s.id`),
      )}
      order by s.search_name, s.id limit ${query.limit + 1}`);
    return rows.map((row) => row.id);
  }

  find(id: string, trainerId?: string): Promise<ProfileRow | undefined> {
    const own = trainerId && taughtBy(trainerId);
    return this.db.first<ProfileRow>(sql`
      select s.id, s.first_name as "firstName", s.last_name as "lastName", ${nameOf} as name, s.dob, ${ageOf} as "ageYears",
        s.dob is null and s.birth_year is not null as "ageIsApproximate", s.school, s.interests, s.notes,
        s.medical_notes as "medicalNotes", ${statusOf} as status, s.archived_at as "archivedAt", s.merged_into_id as "mergedIntoId",
        s.created_at as "createdAt", s.version,
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', ${nameOf}) order by s.search_name), '[]') from students s
          ${where(
            sql`s.center_id = current_center() and s.id <> ${id} and s.archived_at is null`,
            sql`s.id in (select theirs.student_id from family_links mine
              join family_links theirs on theirs.center_id = mine.center_id and theirs.guardian_id = mine.guardian_id
              where mine.center_id = current_center() and mine.student_id = ${id})`,
            own,
          )}) as siblings,
        (select jsonb_build_object('id', cs.id, 'name', cs.name, 'date', cs.date, 'startTime', cs.start_time)
          from bookings b join class_sessions cs on cs.center_id = b.center_id and cs.id = b.session_id
          where b.center_id = s.center_id and b.student_id = s.id and b.status = 'CONFIRMED' and cs.ends_at > app_now()
            and cs.status in ('PUBLISHED', 'IN_PROGRESS') order by cs.starts_at limit 1) as "nextSession",
        (select l.id from leads l where l.center_id = s.center_id and l.student_id = s.id
          and l.status not in ('ENROLLED', 'DEAD_LEAD')) as "openLeadId",
        jsonb_build_object('currency', c.currency, 'amountMinor',
          coalesce((select sum(i.total_minor) from invoices i where i.center_id = s.center_id and i.student_id = s.id and i.voided_at is null), 0)
          - coalesce((select sum(p.amount_minor) from payments p where p.center_id = s.center_id and p.student_id = s.id and p.voided_at is null), 0)
        ) as balance
      from students s join centers c on c.id = s.center_id ${currentEnrollment}
      ${where(sql`s.center_id = current_center() and s.id = ${id}`, own)}`);
  }

  async add(student: StudentFields): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into students (first_name, last_name, search_name, dob, birth_year, school, interests, notes, medical_notes)
      values (${student.firstName}, ${student.lastName}, ${searchForm(fullName(student))}, ${student.dob}, ${student.birthYear},
              ${student.school}, ${student.interests}, ${student.notes}, ${student.medicalNotes}) returning id`);
    return row!.id;
  }

  /** Answers false when the row is not there in that version. `name` is the whole name after the change. */
  async change(
    id: string,
    fields: Partial<StudentFields>,
    { seen, name }: { seen: number | undefined; name: string },
  ): Promise<boolean> {
    const sets = [...assignments(fields), sql`search_name = ${searchForm(name)}`];
    const changed = await this.db.run(sql`
      update students set ${joined(sets, ', ')}
      ${where(sql`center_id = current_center() and id = ${id}`, seen !== undefined && sql`version = ${seen}`)}`);
    return changed > 0;
  }

  async setArchived(id: string, archived: boolean): Promise<void> {
    await this.db.run(sql`update students set archived_at = ${archived ? sql`app_now()` : sql`null`}
      where center_id = current_center() and id = ${id}`);
  }

  async hasLiveEnrollment(id: string): Promise<boolean> {
    const row = await this.db.first(sql`select from enrollment_states
      where center_id = current_center() and student_id = ${id} and status in ('ACTIVE', 'PENDING', 'PAUSED') limit 1`);
    return row !== undefined;
  }

  /** The center's day. */
  async today(): Promise<string> {
    const row = await this.db.first<{ today: string }>(sql`select center_today() as today`);
    return row!.today;
  }

  private isAskedFor(typed: string, phones: boolean): Sql {
    const phone = phones ? hasPhone(sql`g.phone_digits`, typed) : undefined;
    if (!phone) return hasName(sql`s.search_name`, typed);
    return sql`(${hasName(sql`s.search_name`, typed)} or exists (
      select from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
      where f.center_id = s.center_id and f.student_id = s.id and ${phone}))`;
  }

  private isIn(batchId: string): Sql {
    return sql`exists (select from enrollment_batches eb
      join enrollment_states e on e.center_id = eb.center_id and e.id = eb.enrollment_id
      where eb.center_id = s.center_id and eb.batch_id = ${batchId} and e.student_id = s.id
        and e.status in ('ACTIVE', 'PENDING', 'PAUSED'))`;
  }
}

export const fullName = ({
  firstName,
  lastName,
}: {
  firstName: string;
  lastName?: string | null | undefined;
}): string => [firstName, lastName].filter(Boolean).join(' ');

function assignments(fields: Partial<StudentFields>): Sql[] {
  const columns: Record<keyof StudentFields, Sql> = {
    firstName: sql`first_name`,
    lastName: sql`last_name`,
    dob: sql`dob`,
    birthYear: sql`birth_year`,
    school: sql`school`,
    interests: sql`interests`,
    notes: sql`notes`,
    medicalNotes: sql`medical_notes`,
  };
  return Object.entries(columns).flatMap(([field, column]) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of `columns` are those of the fields
    const value = fields[field as keyof StudentFields];
    return value === undefined ? [] : [sql`${column} = ${value}`];
  });
}
