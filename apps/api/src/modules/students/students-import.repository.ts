import { Injectable } from '@nestjs/common';
import { normaliseName } from '@cartwheel/domain/names';
import { Database } from '../../platform/database/database.ts';
import { newIds } from '../../platform/database/new-ids.ts';
import { sql } from '../../platform/database/sql.ts';
import type { StoredPhone } from './guardians.repository.ts';
import { fullName, type StudentFields } from './students.repository.ts';

/** Names as `normaliseName` gives them. Whom nobody can reach is known by the names of the family. */
export interface PersonSought {
  position: number;
  name: string;
  dob: string | null;
  contacts: string[];
  guardians: string[];
}

export interface KnownPerson {
  position: number;
  id: string;
  archived: boolean;
}

export interface GuardianToLink {
  name: string;
  relationship: string;
  phone: StoredPhone;
  email: string | null;
  isPrimary: boolean;
}

export type ChildSought = Omit<PersonSought, 'guardians'> & { batchId: string | null };

export interface Namesake {
  position: number;
  id: string;
  sameDob: boolean;
  otherDob: boolean;
  reached: boolean;
  inBatch: boolean;
}

/** Names as `normaliseName` gives them. */
export interface GuardianSought {
  position: number;
  e164: string | null;
  email: string | null;
  name: string;
}

export interface Relative {
  studentId: string;
  id: string;
  searchName: string;
  isPrimary: boolean;
}

export interface FamilyLink {
  studentId: string;
  guardianId: string;
  relationship: string;
  isPrimary: boolean;
}

const fieldTypes = sql`"firstName" text, "lastName" text, dob date, "birthYear" int, school text, interests text[],
  notes text, "medicalNotes" text`;

@Injectable()
export class StudentsImportRepository {
  constructor(private readonly db: Database) {}

  /** As people who write the same families down by hand take turns, for many families at once. */
  async takeTurns(keys: readonly string[]): Promise<void> {
    await this.db.run(sql`
      select pg_advisory_xact_lock(hashtextextended(current_center() || key, 0))
      from unnest(${[...new Set(keys)].toSorted()}::text[]) with ordinality as k (key, position) order by position`);
  }

  known(people: readonly PersonSought[]): Promise<KnownPerson[]> {
    return this.db.rows<KnownPerson>(sql`
      select distinct on (p.position) p.position, s.id, s.archived_at is not null as archived
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
        as p (position int, name text, dob date, contacts text[], guardians text[])
      join students s on s.center_id = current_center() and s.search_name = search_form(p.name) and s.merged_into_id is null
        and (s.dob is null or p.dob is null or s.dob = p.dob)
      cross join lateral (
        select bool_or(g.phone_e164 = any (p.contacts) or g.email = any (p.contacts)) as reached,
          bool_or(g.phone_e164 is not null or g.email is not null) as reachable,
          count(*) as size, bool_or(g.search_name = any (array(select search_form(n) from unnest(p.guardians) n))) as named
        from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
        where f.center_id = s.center_id and f.student_id = s.id) family
      where case when cardinality(p.contacts) > 0 then family.reached
        when family.reachable then false
        else family.named or (family.size = 0 and cardinality(p.guardians) = 0) end
      order by p.position, s.archived_at is not null, s.dob is null, s.created_at`);
  }

  /** Answers their ids, in their order. */
  async add(children: readonly StudentFields[]): Promise<string[]> {
    const ids = await newIds(this.db, children.length);
    const rows = children.map((child, index) => ({ ...child, id: ids[index], name: normaliseName(fullName(child)) }));
    await this.db.run(sql`
      insert into students (id, first_name, last_name, search_name, dob, birth_year, school, interests, notes, medical_notes)
      select id, "firstName", "lastName", search_form(name), dob, "birthYear", school, interests, notes, "medicalNotes"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, name text, ${fieldTypes})`);
    return ids;
  }

  /** Everybody of these names, and what else of them is told. */
  namesakes(sought: readonly ChildSought[]): Promise<Namesake[]> {
    return this.db.rows<Namesake>(sql`
      select p.position, s.id, s.dob is not null and s.dob = p.dob as "sameDob", s.dob is not null and p.dob is not null and s.dob <> p.dob as "otherDob",
        exists (select from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
          where f.center_id = s.center_id and f.student_id = s.id and (g.phone_e164 = any (p.contacts) or g.email = any (p.contacts))) as reached,
        exists (select from enrollments e join enrollment_batches b on b.center_id = e.center_id and b.enrollment_id = e.id
          where e.center_id = s.center_id and e.student_id = s.id and b.batch_id = p."batchId") as "inBatch"
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb)
        as p (position int, name text, dob date, contacts text[], "batchId" uuid)
      join students s on s.center_id = current_center() and s.search_name = search_form(p.name) and s.merged_into_id is null`);
  }

  /** Writes into empty fields only. Answers in whom there was one. */
  async fill(children: readonly (StudentFields & { id: string })[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(sql`
      update students s set dob = coalesce(s.dob, n.dob), school = coalesce(s.school, n.school),
        birth_year = case when coalesce(s.dob, n.dob) is null then coalesce(s.birth_year, n."birthYear") end,
        notes = coalesce(s.notes, n.notes), medical_notes = coalesce(s.medical_notes, n."medicalNotes"),
        interests = case when s.interests = '{}' then n.interests else s.interests end, archived_at = null
      from jsonb_to_recordset(${JSON.stringify(children)}::jsonb) as n (id uuid, ${fieldTypes})
      where s.center_id = current_center() and s.id = n.id and (s.archived_at is not null
        or (s.dob is null and n.dob is not null) or (s.dob is null and s.birth_year is null and n."birthYear" is not null)
        or (s.school is null and n.school is not null) or (s.notes is null and n.notes is not null)
        or (s.medical_notes is null and n."medicalNotes" is not null)
        or (s.interests = '{}' and cardinality(n.interests) > 0))
      returning s.id`);
    return new Set(rows.map(({ id }) => id));
  }

  /** The families as they are. */
  familiesOf(studentIds: readonly string[]): Promise<Relative[]> {
    return this.db.rows<Relative>(sql`
      select f.student_id as "studentId", g.id, g.search_name as "searchName", f.is_primary as "isPrimary" from family_links f
      join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
      where f.center_id = current_center() and f.student_id = any (${studentIds}::uuid[])`);
  }

  /** Who answers each phone or, where there is none, reads the e-mail; those with the same name first. */
  withContacts(sought: readonly GuardianSought[]): Promise<{ position: number; id: string; sameName: boolean }[]> {
    const asked = sql`jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as k (position int, e164 text, email text, name text)`;
    return this.db.rows(sql`
      select k.position, g.id, g.search_name = search_form(k.name) as "sameName" from (
        select k.position, k.name, g.id from ${asked} join guardians g on g.center_id = current_center() and g.phone_e164 = k.e164
        union all
        select k.position, k.name, g.id from ${asked} join guardians g on g.center_id = current_center() and g.email = k.email
        where k.e164 is null) k
      join guardians g on g.center_id = current_center() and g.id = k.id
      where exists (select from family_links f where f.center_id = g.center_id and f.guardian_id = g.id)
      order by 3 desc, g.created_at, g.id`);
  }

  /** Somebody of this name in a family that one of these guardians belongs to. */
  async relativesOf(
    sought: readonly { position: number; guardianIds: string[]; name: string }[],
  ): Promise<Map<number, string>> {
    const rows = await this.db.rows<{ position: number; id: string }>(sql`
      select distinct on (k.position) k.position, g.id
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as k (position int, "guardianIds" uuid[], name text)
      join family_links mine on mine.center_id = current_center() and mine.guardian_id = any (k."guardianIds")
      join family_links theirs on theirs.center_id = mine.center_id and theirs.student_id = mine.student_id
      join guardians g on g.center_id = theirs.center_id and g.id = theirs.guardian_id and g.search_name = search_form(k.name)
      order by k.position, g.id`);
    return new Map(rows.map(({ position, id }) => [position, id]));
  }

  /** Answers their ids, in their order. */
  async addGuardians(guardians: readonly GuardianToLink[]): Promise<string[]> {
    const ids = await newIds(this.db, guardians.length);
    const rows = guardians.map(({ name, phone, email }, index) => ({
      ...phone,
      id: ids[index],
      name,
      email,
      normal: normaliseName(name),
    }));
    await this.db.run(sql`
      insert into guardians (id, name, search_name, phone, phone_e164, phone_digits, email)
      select id, name, search_form(normal), phone, e164, digits, email from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n (id uuid, name text, normal text, phone text, e164 text, digits text, email text)`);
    return ids;
  }

  async link(links: readonly FamilyLink[]): Promise<void> {
    await this.db.run(sql`
      insert into family_links (student_id, guardian_id, relationship, is_primary)
      select "studentId", "guardianId", relationship, "isPrimary" from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
        as n ("studentId" uuid, "guardianId" uuid, relationship text, "isPrimary" boolean)`);
  }
}
