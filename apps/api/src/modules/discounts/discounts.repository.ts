import { Injectable } from '@nestjs/common';
import type { Discount, InputOf, listDiscounts } from '@cartwheel/contracts';
import { type Context, Database } from '../../platform/database/database.ts';
import { joined, sql } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { discountRows } from '../invoices/discounts.sql.ts';

export interface DiscountToWrite {
  invoiceId: string;
  type: string;
  value: number;
  amountMinor: number;
  reason: string;
}

export interface DiscountState {
  id: string;
  invoiceId: string;
  amountMinor: number;
  status: Discount['status'];
}

@Injectable()
export class DiscountsRepository {
  constructor(private readonly db: Database) {}

  async add(discount: DiscountToWrite, approved: boolean): Promise<string> {
    const [id] = await this.addMany([discount], approved);
    return id!;
  }

  async addMany(discounts: readonly DiscountToWrite[], approved: boolean): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      insert into discounts (invoice_id, type, value, amount_minor, reason, requested_by, status, decided_by, decided_at)
      select "invoiceId", type, value, "amountMinor", reason, current_actor(), ${approved ? 'APPROVED' : 'PENDING'}::text,
        case when ${approved} then current_actor() end, case when ${approved} then app_now() end
      from jsonb_to_recordset(${JSON.stringify(discounts)}::jsonb)
        as n ("invoiceId" uuid, type text, value bigint, "amountMinor" bigint, reason text) returning id`);
    return rows.map(({ id }) => id);
  }

  state(id: string): Promise<DiscountState | undefined> {
    return this.db.first<DiscountState>(sql`
      select id, invoice_id as "invoiceId", amount_minor as "amountMinor", status from discounts
      where center_id = current_center() and id = ${id}`);
  }

  async decide(id: string, status: 'APPROVED' | 'REJECTED', rejectReason: string | null): Promise<void> {
    await this.db.run(sql`
      update discounts set status = ${status}, decided_by = current_actor(), decided_at = app_now(), reject_reason = ${rejectReason}
      where center_id = current_center() and id = ${id}`);
  }

  find(id: string): Promise<Discount | undefined> {
    return this.db.first<Discount>(discountRows(sql`d.id = ${id}`));
  }

  list(query: InputOf<typeof listDiscounts>['query']): Promise<Discount[]> {
    const page = after(query.cursor, sql`d.created_at`, sql`d.id`, 'desc');
    const conditions = [sql`true`, ...(query.status ? [sql`d.status = ${query.status}`] : []), ...(page ? [page] : [])];
    return this.db.rows<Discount>(
      sql`${discountRows(joined(conditions, ' and '))} order by d.created_at desc, d.id desc limit ${query.limit + 1}`,
    );
  }

  /** What a mail about a request says, and to whom; read in a unit of its own, so that none is open while mail is sent. */
  async requestFor(context: Context, id: string) {
    return this.db.inUnit(context, async () => ({
      discount: await this.find(id),
      approvers: await this.approvers(),
      center: await this.center(),
    }));
  }

  /** Those who may decide: the center's admins, and of the organization where a center has none. */
  private approvers(): Promise<{ email: string; name: string }[]> {
    return this.db.rows(sql`
      with admins as (
        select u.email, u.name from assignments a join users u on u.id = a.user_id
        where a.center_id = current_center() and a.role = 'CENTER_ADMIN' and u.status = 'ACTIVE')
      select email, name from admins
      union select u.email, u.name from users u
      where u.is_super_admin and u.status = 'ACTIVE' and not exists (select from admins)`);
  }

  private async center(): Promise<{ name: string; slug: string; locale: string }> {
    const row = await this.db.first<{ name: string; slug: string; locale: string }>(
      sql`select name, slug, locale from centers where id = current_center()`,
    );
    return row!;
  }
}
