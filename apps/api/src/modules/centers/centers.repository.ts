import { Injectable } from '@nestjs/common';
import type { Center, changeCenter, createCenter, InputOf, listCenters } from '@cartwheel/contracts';
import { Identity } from '../../platform/auth/identity.ts';
import { Database } from '../../platform/database/database.ts';
import { joined, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';

export type NewCenter = InputOf<typeof createCenter>['body'] & { slug: string; locale: string };

const columns = sql`c.id, c.name, c.slug, c.city, c.timezone, c.currency, c.country, c.locale, c.address, c.phone,
  c.archived_at as "archivedAt", c.version`;

@Injectable()
export class CentersRepository {
  constructor(
    private readonly db: Database,
    private readonly identity: Identity,
  ) {}

  /** As whoever looks up who signs in: a person who chooses a center is in none yet, or in another. */
  listFor(person: Entrant, query: InputOf<typeof listCenters>['query']): Promise<Center[]> {
    return this.identity.rows<Center>(
      sql`select ${columns} from centers c ${where(
        sql`c.organization_id = ${person.organizationId} and c.archived_at is null`,
        !person.isSuperAdmin &&
          sql`exists (select from assignments a where a.center_id = c.id and a.user_id = ${person.userId})`,
        after(query.cursor, sql`c.name`, sql`c.id`),
      )} order by c.name, c.id limit ${query.limit + 1}`,
    );
  }

  /** The center that is open; it cannot change until the unit of work ends. */
  openForChange(): Promise<Center | undefined> {
    return this.db.first<Center>(sql`select ${columns} from centers c where c.id = current_center() for update`);
  }

  find(id: string): Promise<Center | undefined> {
    return this.db.first<Center>(sql`select ${columns} from centers c where c.id = current_center() and c.id = ${id}`);
  }

  /** Until the unit of work ends nobody else opens or renames a center of the organization. */
  async lockNames(): Promise<void> {
    await this.db.rows(sql`select pg_advisory_xact_lock(hashtextextended('centers:' || current_organization(), 0))`);
  }

  async takenSlugs(slug: string): Promise<string[]> {
    const rows = await this.db.rows<{ slug: string }>(sql`
      select slug from centers where organization_id = current_organization() and starts_with(slug, ${slug})`);
    return rows.map((row) => row.slug);
  }

  async namesake(name: string, city: string): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select id from centers where organization_id = current_organization() and archived_at is null
        and search_form(name) = search_form(${name}) and search_form(city) = search_form(${city}) limit 1`);
    return row?.id;
  }

  async add(center: NewCenter): Promise<Center | undefined> {
    return this.db.first<Center>(sql`
      insert into centers as c (organization_id, name, slug, city, timezone, currency, country, locale, address, phone)
      values (current_organization(), ${center.name}, ${center.slug}, ${center.city}, ${center.timezone}, ${center.currency},
        ${center.country}, ${center.locale}, ${center.address || null}, ${center.phone ?? null}) returning ${columns}`);
  }

  change(change: InputOf<typeof changeCenter>['body'], seen: number | undefined): Promise<Center | undefined> {
    const { name, city, timezone, address, phone } = change;
    const changes = [
      sql`version = version`,
      ...(name === undefined ? [] : [sql`name = ${name}`]),
      ...(city === undefined ? [] : [sql`city = ${city}`]),
      ...(timezone === undefined ? [] : [sql`timezone = ${timezone}`]),
      ...(address === undefined ? [] : [sql`address = ${address || null}`]),
      ...(phone === undefined ? [] : [sql`phone = ${phone}`]),
    ];
    return this.db.first<Center>(sql`update centers c set ${joined(changes, ', ')}
      ${where(sql`c.id = current_center()`, seen !== undefined && sql`c.version = ${seen}`)} returning ${columns}`);
  }

  async hasSessionsAhead(): Promise<boolean> {
    const row = await this.db.first(sql`select from class_sessions where center_id = current_center()
      and date >= center_today() - 1 and ends_at > app_now() and status in ('DRAFT', 'PUBLISHED', 'IN_PROGRESS') limit 1`);
    return row !== undefined;
  }
}

interface Entrant {
  userId: string;
  organizationId: string;
  isSuperAdmin: boolean;
}
