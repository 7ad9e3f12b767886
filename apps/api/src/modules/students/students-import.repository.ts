import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { StoredPhone } from './guardians.repository.ts';
import type { StudentFields } from './students.repository.ts';
import { searchForm } from './students.sql.ts';

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

  /** Writes into empty fields only. Answers whether there was one. */
  async fill(id: string, child: Omit<StudentFields, 'firstName' | 'lastName'>): Promise<boolean> {
    const changed = await this.db.run(sql`
      update students set dob = coalesce(dob, ${child.dob}), school = coalesce(school, ${child.school}),
        birth_year = case when coalesce(dob, ${child.dob}) is null then coalesce(birth_year, ${child.birthYear}) end,
        notes = coalesce(notes, ${child.notes}), medical_notes = coalesce(medical_notes, ${child.medicalNotes}),
        interests = case when interests = '{}' then ${child.interests} else interests end, archived_at = null
      where center_id = current_center() and id = ${id} and (archived_at is not null
        or (dob is null and ${child.dob}::date is not null) or (dob is null and birth_year is null and ${child.birthYear}::int is not null)
        or (school is null and ${child.school}::text is not null) or (notes is null and ${child.notes}::text is not null)
        or (medical_notes is null and ${child.medicalNotes}::text is not null)
        or (interests = '{}' and cardinality(${child.interests}::text[]) > 0))`);
    return changed > 0;
  }

  /** The family as it is, and those of the families of siblings. */
  familyOf(studentId: string): Promise<{ id: string; searchName: string; isPrimary: boolean }[]> {
    return this.db.rows(sql`
      select g.id, g.search_name as "searchName", f.is_primary as "isPrimary" from family_links f
      join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
      where f.center_id = current_center() and f.student_id = ${studentId}`);
  }

  /** Somebody of this name in a family that one of these guardians belongs to. */
  async relativeOf(guardianIds: readonly string[], name: string): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select g.id from family_links mine
      join family_links theirs on theirs.center_id = mine.center_id and theirs.student_id = mine.student_id
      join guardians g on g.center_id = theirs.center_id and g.id = theirs.guardian_id and g.search_name = ${searchForm(name)}
      where mine.center_id = current_center() and mine.guardian_id = any (${guardianIds}::uuid[]) order by g.id limit 1`);
    return row?.id;
  }

  async link(studentId: string, guardianId: string, { relationship, isPrimary }: GuardianToLink): Promise<void> {
    await this.db.run(sql`
      insert into family_links (student_id, guardian_id, relationship, is_primary)
      values (${studentId}, ${guardianId}, ${relationship}, ${isPrimary})`);
  }
}
