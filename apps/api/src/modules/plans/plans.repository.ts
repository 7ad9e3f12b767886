import { Injectable } from '@nestjs/common';
import type { createPlan, InputOf, listPlans, Plan } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';

type NewPlan = Omit<InputOf<typeof createPlan>['body'], 'centerId'>;

/** The center's plans and the templates. Before a center is chosen, the organization's first one lends its currency. */
const plans = sql`
  select p.id, p.name, p.plan_type as "planType", p.kind, p.visits_included as "visitsIncluded", p.validity_days as "validityDays",
    p.freeze_days_allowed as "freezeDaysAllowed", p.center_id as "centerId", p.archived_at is null as active, p.version,
    jsonb_build_object('amountMinor', p.price_minor, 'currency',
      (select currency from centers where current_center() is null or id = current_center() order by created_at limit 1)) as price,
    sold.count as "soldRecently", to_char(999999 - sold.count, 'FM000000') || lower(p.name) as rank
  from plans p
  cross join lateral (
    select least(count(*), 999999)::int as count from enrollments e
    where e.center_id = current_center() and e.plan_id = p.id and e.created_at > app_now() - interval '90 days') sold
  where (p.center_id is null or p.center_id = current_center())`;

@Injectable()
export class PlansRepository {
  constructor(private readonly db: Database) {}

  list(query: InputOf<typeof listPlans>['query']): Promise<(Plan & { rank: string })[]> {
    return this.db.rows(sql`select * from (${plans}) p
      ${where(
        query.active !== undefined && sql`p.active = ${query.active}`,
        after(query.cursor, sql`p.rank`, sql`p.id`),
      )}
      order by p.rank, p.id limit ${query.limit + 1}`);
  }

  find(id: string): Promise<Plan | undefined> {
    return this.db.first<Plan>(sql`${plans} and p.id = ${id}`);
  }

  async idOfName(name: string, centerId: string | null): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select id from plans where name = ${name} and center_id is not distinct from ${centerId} and archived_at is null`);
    return row?.id;
  }

  async add(centerId: string | null, plan: NewPlan): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into plans (center_id, name, plan_type, kind, price_minor, visits_included, validity_days, freeze_days_allowed)
      values (${centerId}, ${plan.name}, ${plan.planType}, ${plan.kind}, ${plan.priceMinor}, ${plan.visitsIncluded ?? null},
              ${plan.validityDays ?? null}, ${plan.freezeDaysAllowed}) returning id`);
    return row!.id;
  }

  /** Answers whether the plan was still the version that was read. */
  async write(plan: Plan & { priceMinor: number }): Promise<boolean> {
    const count = await this.db.run(sql`
      update plans set name = ${plan.name}, price_minor = ${plan.priceMinor}, visits_included = ${plan.visitsIncluded},
        validity_days = ${plan.validityDays}, freeze_days_allowed = ${plan.freezeDaysAllowed},
        archived_at = case when ${plan.active} then null else coalesce(archived_at, app_now()) end
      where id = ${plan.id} and version = ${plan.version}`);
    return count === 1;
  }
}
