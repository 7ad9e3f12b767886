import { Injectable } from '@nestjs/common';
import type { ExportedRegister } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { classRows } from './class-rows.sql.ts';
import { moneyRows } from './money-rows.sql.ts';
import { peopleRows } from './people-rows.sql.ts';
import { registers } from './registers.sql.ts';

/** Column → cell, in the order of the file. */
export type ExportRow = Record<string, string | number | null>;

/** Lists that leave with more than they show: what importing takes, or what the accountant needs. */
export const detailed = { ...peopleRows, ...classRows, ...moneyRows };
export type DetailedList = keyof typeof detailed;

export interface RegisterFilters {
  from?: string | undefined;
  to?: string | undefined;
  studentId?: string | undefined;
  batchId?: string | undefined;
}

interface RegisterPage {
  filters: RegisterFilters;
  after: { key: string; id: string } | null;
  limit: number;
}
type RegisterRow = ExportRow & { id: string; key: string; student: string; batch: string | null };

@Injectable()
export class ExportsRepository {
  constructor(private readonly db: Database) {}

  /** Of these things, in this order; one that is not of this center has no row. */
  details(list: DetailedList, ids: string[], digits: number): Promise<(ExportRow & { id: string })[]> {
    return this.db.rows(sql`${withCenter(digits)}
      select x.* from (${detailed[list]}) x join unnest(${ids}::uuid[]) with ordinality as listed (id, place) on listed.id = x.id
      order by listed.place`);
  }

  /** The entries behind a place in their order; days are those of the column `Date`. */
  register(register: ExportedRegister, { filters, after, limit }: RegisterPage): Promise<RegisterRow[]> {
    return this.db.rows(sql`${withCenter(0)}
      select * from (${registers[register]}) x
      ${where(
        after && sql`(x.key, x.id) > (${after.key}, ${after.id}::uuid)`,
        filters.from && sql`x."Date" >= ${filters.from}`,
        filters.to && sql`x."Date" <= ${filters.to}`,
        filters.studentId && sql`x.student = ${filters.studentId}`,
        filters.batchId && sql`x.batch = ${filters.batchId}`,
      )} order by x.key, x.id limit ${limit}`);
  }
}

function withCenter(digits: number): Sql {
  return sql`with c as (select id, timezone, currency from centers where id = current_center()), m as (select ${digits}::int as digits)`;
}
