import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { unclaimed } from './users.rules.ts';

export interface Invited {
  name: string;
  email: string;
  phone: string | null;
  isSuperAdmin: boolean;
}

/**
 * An e-mail signs in to one organization, and is claimed only when its owner takes up an invitation. So inviting never
 * shows whether it is known elsewhere, and nobody can keep somebody else's e-mail occupied by inviting it.
 */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly db: Database) {}

  /** The account of this organization, invited or signed in before. */
  async accountOf(email: string): Promise<string | undefined> {
    const names = [email, unclaimed(this.db.context.organizationId, email)];
    const row = await this.db.first<{ id: string }>(sql`select id from users
      where organization_id = current_organization() and email_norm = any (${names}) order by (email_norm <> email) limit 1`);
    return row?.id;
  }

  async add({ name, email, phone, isSuperAdmin }: Invited): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into users (organization_id, name, email, email_norm, phone, status, is_super_admin)
      values (current_organization(), ${name}, ${email}, ${unclaimed(this.db.context.organizationId, email)}, ${phone}, 'INVITED', ${isSuperAdmin})
      returning id`);
    return row!.id;
  }

  async promote(id: string): Promise<void> {
    await this.db.run(
      sql`update users set is_super_admin = true where organization_id = current_organization() and id = ${id}`,
    );
  }

  /** The center in whose name a mail is sent, where none is open. */
  async centerToTell(userId: string): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      select c.id from centers c left join assignments a on a.center_id = c.id and a.user_id = ${userId}
      where c.organization_id = current_organization() order by (a.user_id is null), c.created_at limit 1`);
    return row!.id;
  }

  /** Phones are typed as they are dialled there. */
  async country(): Promise<string> {
    const row = await this.db.first<{ country: string }>(
      sql`select country from centers where organization_id = current_organization() order by created_at limit 1`,
    );
    return row!.country;
  }
}
