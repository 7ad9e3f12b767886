import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
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

  async add(invoice: InvoiceIssuedElsewhere, numbered: Numbered, charges: Charges): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      with issued as (
        insert into invoices (number, series, financial_year, sequence, student_id, enrollment_id, issued_on, subtotal_minor,
          discount_minor, total_minor)
        values (${numbered.number}, ${numbered.series}, ${numbered.financialYear}, ${numbered.sequence}, ${invoice.studentId},
          ${invoice.enrollmentId}, ${invoice.issuedOn}, ${charges.subtotalMinor}, ${charges.discountMinor}, ${charges.totalMinor})
        returning id)
      insert into invoice_lines (invoice_id, position, description, quantity, unit_price_minor, amount_minor)
      select id, 1, ${invoice.description}, 1, ${charges.subtotalMinor}, ${charges.subtotalMinor} from issued returning invoice_id as id`);
    return row!.id;
  }
}
