import { Injectable } from '@nestjs/common';
import type { Guardian } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { joined, type Sql, sql } from '../../platform/database/sql.ts';
import { searchForm } from './students.sql.ts';

/** A phone as it is stored: as typed, as what identifies it, and as what is searched. */
export interface StoredPhone {
  phone: string | null;
  e164: string | null;
  digits: string | null;
}

export interface Link {
  relationship: string;
  mayPickUp: boolean;
  mayBook: boolean;
}

@Injectable()
export class GuardiansRepository {
  constructor(private readonly db: Database) {}

  of(studentId: string): Promise<Guardian[]> {
    return this.db.rows<Guardian>(sql`
      select g.id, g.name, f.relationship, f.is_primary as "isPrimary", f.may_pick_up as "mayPickUp", f.may_book as "mayBook",
        (g.phone is not null or g.email is not null) as "hasContact", g.phone, g.email
      from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
      where f.center_id = current_center() and f.student_id = ${studentId}
      order by f.is_primary desc, f.created_at, g.id`);
  }

  async country(): Promise<string> {
    const row = await this.db.first<{ country: string }>(sql`select country from centers where id = current_center()`);
    return row!.country;
  }

  /** Who answers this phone or reads this e-mail; those with the same name first. */
  withContact(e164: string | null, email: string | null, name: string): Promise<{ id: string; sameName: boolean }[]> {
    return this.db.rows(sql`
      select id, search_name = ${searchForm(name)} as "sameName" from guardians
      where center_id = current_center() and (phone_e164 = ${e164} or (${e164}::text is null and email = ${email}))
        and exists (select from family_links f where f.center_id = guardians.center_id and f.guardian_id = guardians.id)
      order by 2 desc, created_at, id`);
  }

  async add(guardian: { name: string; phone: StoredPhone; email: string | null }): Promise<string> {
    const { name, phone, email } = guardian;
    const row = await this.db.first<{ id: string }>(sql`
      insert into guardians (name, search_name, phone, phone_e164, phone_digits, email)
      values (${name}, ${searchForm(name)}, ${phone.phone}, ${phone.e164}, ${phone.digits}, ${email}) returning id`);
    return row!.id;
  }

  async fillEmail(id: string, email: string): Promise<void> {
    await this.db.run(sql`update guardians set email = ${email}
      where center_id = current_center() and id = ${id} and email is null`);
  }

  async change(id: string, fields: { name?: string; phone?: StoredPhone; email?: string | null }): Promise<void> {
    const { name, phone, email } = fields;
    const sets: Sql[] = [
      ...(name === undefined ? [] : [sql`name = ${name}, search_name = ${searchForm(name)}`]),
      ...(phone === undefined
        ? []
        : [sql`phone = ${phone.phone}, phone_e164 = ${phone.e164}, phone_digits = ${phone.digits}`]),
      ...(email === undefined ? [] : [sql`email = ${email}`]),
    ];
    if (sets.length === 0) return;
    await this.db.run(
      sql`update guardians set ${joined(sets, ', ')} where center_id = current_center() and id = ${id}`,
    );
  }

  async link(studentId: string, guardianId: string, link: Link): Promise<void> {
    await this.db.run(sql`
      insert into family_links (student_id, guardian_id, relationship, may_pick_up, may_book)
      values (${studentId}, ${guardianId}, ${link.relationship}, ${link.mayPickUp}, ${link.mayBook})`);
  }

  async changeLink(studentId: string, guardianId: string, link: Partial<Link>): Promise<void> {
    await this.db.run(sql`
      update family_links set relationship = coalesce(${link.relationship ?? null}, relationship),
        may_pick_up = coalesce(${link.mayPickUp ?? null}, may_pick_up), may_book = coalesce(${link.mayBook ?? null}, may_book)
      where center_id = current_center() and student_id = ${studentId} and guardian_id = ${guardianId}`);
  }

  async unlink(studentId: string, guardianId: string): Promise<void> {
    await this.db.run(sql`delete from family_links
      where center_id = current_center() and student_id = ${studentId} and guardian_id = ${guardianId}`);
  }

  /** One family changes its guardians at a time, so that exactly one is called first. */
  async lockFamily(studentId: string): Promise<void> {
    await this.db.run(
      sql`select from students where center_id = current_center() and id = ${studentId} for no key update`,
    );
  }

  async makePrimary(studentId: string, guardianId: string): Promise<void> {
    await this.db.run(sql`update family_links set is_primary = false
      where center_id = current_center() and student_id = ${studentId} and is_primary and guardian_id <> ${guardianId}`);
    await this.db.run(sql`update family_links set is_primary = true
      where center_id = current_center() and student_id = ${studentId} and guardian_id = ${guardianId} and not is_primary`);
  }
}
