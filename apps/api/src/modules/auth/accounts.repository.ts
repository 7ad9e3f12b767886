import { Injectable } from '@nestjs/common';
import { Identity } from '../../platform/auth/identity.ts';
import { sql } from '../../platform/database/sql.ts';
import type { LinkPurpose } from './auth.events.ts';

export interface Account {
  id: string;
  name: string;
  email: string;
  organization_id: string;
  is_super_admin: boolean;
  status: 'INVITED' | 'ACTIVE' | 'INACTIVE';
  password_hash: string | null;
}

const columns = sql`id, name, email, organization_id, is_super_admin, status, password_hash`;

/** Accounts and the links mailed to them, read before anybody is signed in. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly identity: Identity) {}

  findByEmail(email: string): Promise<Account | undefined> {
    return this.identity.first<Account>(sql`select ${columns} from users where email_norm = ${email.toLowerCase()}`);
  }

  findById(id: string): Promise<Account | undefined> {
    return this.identity.first<Account>(sql`select ${columns} from users where id = ${id}`);
  }

  /** Only now is the e-mail theirs to sign in with; see InvitationsRepository. */
  async activate(id: string, change: { passwordHash?: string; name?: string }): Promise<void> {
    await this.identity.rows(sql`update users set status = 'ACTIVE', email_norm = lower(email),
      password_hash = coalesce(${change.passwordHash ?? null}, password_hash), name = coalesce(${change.name ?? null}, name) where id = ${id}`);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.identity.rows(sql`update users set password_hash = ${passwordHash} where id = ${id}`);
  }

  /** A center of the account's organization: facts about a person are told where the person works. */
  async centerOf(userId: string): Promise<string | undefined> {
    const row = await this.identity.first<{ id: string }>(sql`
      select c.id from users u join centers c on c.organization_id = u.organization_id
      left join assignments a on a.center_id = c.id and a.user_id = u.id
      where u.id = ${userId} order by (a.user_id is null), c.created_at limit 1`);
    return row?.id;
  }

  /** The newest link of a kind makes the earlier ones useless. */
  async keepLink(userId: string, purpose: LinkPurpose, hash: string, expiresAt: Date): Promise<void> {
    await this.identity.together(async (run) => {
      await run(sql`delete from mailed_tokens where user_id = ${userId} and purpose = ${purpose}`);
      await run(
        sql`insert into mailed_tokens (hash, purpose, user_id, expires_at) values (${hash}, ${purpose}, ${userId}, ${expiresAt})`,
      );
    });
  }

  /** Uses a link up; whoever comes second gets nothing. */
  async useLink(hash: string, purpose: LinkPurpose, now: Date): Promise<string | undefined> {
    const row = await this.identity.first<{ user_id: string }>(sql`
      update mailed_tokens set used_at = ${now} where hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > ${now} returning user_id`);
    return row?.user_id;
  }

  /** Organization, first center and super admin, together. */
  async signUp(input: NewOrganization): Promise<{ userId: string; centerId: string }> {
    return this.identity.together(async (run) => {
      const [organization] = await run<{ id: string }>(
        sql`insert into organizations (name) values (${input.organizationName}) returning id`,
      );
      const organizationId = organization!.id;
      const [center] = await run<{ id: string }>(sql`
        insert into centers (organization_id, name, slug, city, timezone, currency, country, locale)
        values (${organizationId}, ${input.centerName}, ${input.slug}, ${input.centerName}, ${input.timezone}, ${input.currency}, ${input.country}, ${input.locale})
        returning id`);
      const [user] = await run<{ id: string }>(sql`
        insert into users (organization_id, name, email, email_norm, status, is_super_admin, password_hash)
        values (${organizationId}, ${input.name}, ${input.email}, ${input.email.toLowerCase()}, 'ACTIVE', true, ${input.passwordHash}) returning id`);
      return { userId: user!.id, centerId: center!.id };
    });
  }
}

export interface NewOrganization {
  organizationName: string;
  centerName: string;
  slug: string;
  country: string;
  locale: string;
  timezone: string;
  currency: string;
  name: string;
  email: string;
  passwordHash: string;
}
