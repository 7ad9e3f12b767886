import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { nameOf } from '../students/students.sql.ts';
import type { CardFacts, MarkFact, Period, SkillFact } from './snapshot.rules.ts';

type Subject = Pick<CardFacts, 'center' | 'student' | 'batches' | 'trainers' | 'assessments'>;

/** Reads what other domains know of a student in a period. The center's days are those of its own clock. */
@Injectable()
export class CardFactsRepository {
  constructor(private readonly db: Database) {}

  /** Undefined when there is no such student here. */
  async of(studentId: string, period: Period): Promise<CardFacts | undefined> {
    const subject = await this.subject(studentId, period);
    if (!subject) return undefined;
    return { ...subject, marks: await this.marks(studentId, period), skills: await this.skills(studentId, period) };
  }

  /** A trainer who teaches the student and makes the card signs it alone. */
  private subject(studentId: string, { from, to }: Period): Promise<Subject | undefined> {
    return this.db.first<Subject>(sql`
      with mine as (${batchesIn(studentId, { from, to })}),
        signing as (
          select u.id, u.name from batch_trainers bt join users u on u.id = bt.user_id
          where bt.center_id = current_center() and bt.batch_id in (select id from mine) group by u.id, u.name)
      select jsonb_build_object('name', c.name, 'organization', o.name, 'address', c.address, 'phone', c.phone,
          'locale', c.locale) as center,
        jsonb_build_object('id', s.id, 'name', ${nameOf}, 'firstName', s.first_name, 'dob', s.dob,
          'birthYear', s.birth_year) as student,
        array(select name from mine order by name) as batches,
        array(select name from signing where id = current_actor() or not exists (
          select from signing where id = current_actor()) order by name) as trainers,
        (select count(*)::int from skill_assessments a where a.center_id = s.center_id and a.student_id = s.id
          and a.assessed_at >= ${startOf(from)} and a.assessed_at < ${endOf(to)}) as assessments
      from students s join centers c on c.id = s.center_id join organizations o on o.id = c.organization_id
      where s.center_id = current_center() and s.id = ${studentId}`);
  }

  private marks(studentId: string, { from, to }: Period): Promise<MarkFact[]> {
    return this.db.rows<MarkFact>(sql`
      select m.status, count(*)::int as count from attendance_marks m
      join class_sessions c on c.center_id = m.center_id and c.id = m.session_id
      where m.center_id = current_center() and m.student_id = ${studentId}
        and c.date between ${from} and ${to} and c.status <> 'CANCELLED' group by m.status`);
  }

  /** What the batches of the student learn, and whatever else was assessed, unless it was retired before. */
  private skills(studentId: string, { from, to }: Period): Promise<SkillFact[]> {
    return this.db.rows<SkillFact>(sql`
      with mine as (${batchesIn(studentId, { from, to })}),
        given as materialized (
          select a.skill_id, a.level, a.assessed_at, a.id from skill_assessments a
          where a.center_id = current_center() and a.student_id = ${studentId} and a.assessed_at < ${endOf(to)})
      select cu.name as curriculum, sk.category, sk.name,
        (select g.level from given g where g.skill_id = sk.id order by g.assessed_at desc, g.id desc limit 1) as level,
        (select g.level from given g where g.skill_id = sk.id and g.assessed_at < ${startOf(from)}
          order by g.assessed_at desc, g.id desc limit 1) as before,
        exists (select from given g where g.skill_id = sk.id and g.assessed_at >= ${startOf(from)}) as assessed
      from skills sk join curricula cu on cu.id = sk.curriculum_id
      where sk.id in (select skill_id from given) or (
        sk.curriculum_id in (select b.curriculum_id from batches b where b.center_id = current_center() and b.id in (select id from mine))
        and (sk.retired_at is null or sk.retired_at >= ${endOf(to)}))
      order by cu.name, cu.id, sk.position, sk.id`);
  }
}

/** The batches a student was enrolled in during a period. */
const batchesIn = (studentId: string, { from, to }: Period): Sql => sql`
  select distinct b.id, b.name from enrollments e
  join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id
  join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
  where e.center_id = current_center() and e.student_id = ${studentId} and e.cancelled_at is null
    and e.start_date <= ${to} and coalesce(e.end_date, 'infinity') >= ${from}`;

const zone = sql`(select timezone from centers where id = current_center())`;
export const startOf = (day: string): Sql => sql`(${day}::date::timestamp at time zone ${zone})`;
export const endOf = (day: string): Sql => sql`((${day}::date + 1)::timestamp at time zone ${zone})`;
