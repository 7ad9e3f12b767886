import { Injectable } from '@nestjs/common';
import { type Renewal, RenewalTab } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { joined, sql } from '../../platform/database/sql.ts';
import { moneyOf } from '../../platform/database/answers.ts';
import { candidates, endedIn, isIn, isRecent, valueMinor } from './renewals.sql.ts';

type Money = NonNullable<Renewal['value']>;

const always = { from: null, to: null };

@Injectable()
export class RenewalFiguresRepository {
  constructor(private readonly db: Database) {}

  /** How many are in each tab, and what those would bring that are not renewed yet. */
  async ofTabs(): Promise<{ tab: RenewalTab; count: number; value: Money }[]> {
    const each = RenewalTab.options.map(
      (
        tab,
      ) => sql`select ${tab}::text as tab, count(*) filter (where in_tab[${RenewalTab.options.indexOf(tab) + 1}::int])::int as count,
        ${moneyOf(sql`coalesce(sum(value_minor) filter (where in_tab[${RenewalTab.options.indexOf(tab) + 1}::int]), 0)`)} as value from known`,
    );
    const flags = RenewalTab.options.map((tab) => sql`coalesce(${isIn(tab, always)}, false)`);
    return this.db.rows(sql`
      with known as materialized (
        select array[${joined(flags, ', ')}] as in_tab, ${valueMinor} as value_minor from ${candidates} where ${isRecent(null)})
      ${joined(each, ' union all ')}`);
  }

  /** Of the plans that ended in a period, those with a successor. */
  async rate({ from, to }: { from: string; to: string }): Promise<{ due: number; renewed: number }> {
    const row = await this.db.first<{ due: number; renewed: number }>(sql`
      select count(*)::int as due, count(n.id)::int as renewed from ${candidates} where ${isRecent(from)} and ${endedIn(from, to)}`);
    return row!;
  }

  async today(): Promise<string> {
    const row = await this.db.first<{ today: string }>(sql`select center_today() as today`);
    return row!.today;
  }
}
