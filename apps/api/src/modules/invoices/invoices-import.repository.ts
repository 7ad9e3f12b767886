import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { newIds } from '../../platform/database/new-ids.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Charges } from './invoices.rules.ts';
import type { Numbered } from './invoices.repository.ts';

export interface InvoiceIssuedElsewhere {
  studentId: string;
  enrollmentId: string | null;
  issuedOn: string;
  description: string;
}

@Injectable()
export class InvoicesImportRepository {
  constructor(private readonly db: Database) {}

  /** Answers their ids, in their order. */
  async add(invoices: readonly (InvoiceIssuedElsewhere & Numbered & Charges)[]): Promise<string[]> {
    const ids = await newIds(this.db, invoices.length);
    const rows = JSON.stringify(invoices.map((invoice, index) => ({ ...invoice, id: ids[index] })));
    const n = sql`jsonb_to_recordset(${rows}::jsonb) as n (id uuid, number text, series text, "financialYear" text, sequence int,
      "studentId" uuid, "enrollmentId" uuid, "issuedOn" date, description text, "subtotalMinor" bigint, "discountMinor" bigint,
      "totalMinor" bigint)`;
    await this.db.run(sql`
      insert into invoices (id, number, series, financial_year, sequence, student_id, enrollment_id, issued_on, subtotal_minor,
        discount_minor, total_minor)
      select id, number, series, "financialYear", sequence, "studentId", "enrollmentId", "issuedOn", "subtotalMinor",
        "discountMinor", "totalMinor" from ${n}`);
    await this.db.run(sql`
      insert into invoice_lines (invoice_id, position, description, quantity, unit_price_minor, amount_minor)
      select id, 1, description, 1, "subtotalMinor", "subtotalMinor" from ${n}`);
    return ids;
  }
}
