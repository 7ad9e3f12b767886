import { Injectable } from '@nestjs/common';
import type { Money } from '@cartwheel/contracts';
import { moneyOf } from '../../platform/database/answers.ts';
import { type Context, Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface InstallmentNotice {
  email: string;
  guardianName: string;
  studentName: string;
  centerName: string;
  locale: string;
  invoiceNumber: string;
  dueDate: string;
  due: Money;
  isOverdue: boolean;
}

@Injectable()
export class InstallmentNoticesRepository {
  constructor(private readonly db: Database) {}

  /** One guardian with an address, the primary contact first; nobody when nothing is due on it any more. */
  noticeOf(context: Context, installmentId: string): Promise<InstallmentNotice | undefined> {
    return this.db.inUnit(context, () =>
      this.db.first<InstallmentNotice>(sql`
        select g.email, g.name as "guardianName", s.first_name as "studentName", c.name as "centerName", c.locale,
          i.number as "invoiceNumber", n.due_date as "dueDate", ${moneyOf(sql`n.amount_minor - n.paid_minor`)} as due,
          n.due_date < center_today() as "isOverdue"
        from installments n
        join invoices i on i.center_id = n.center_id and i.id = n.invoice_id and i.voided_at is null
        join students s on s.center_id = i.center_id and s.id = i.student_id and s.archived_at is null
        join family_links f on f.center_id = s.center_id and f.student_id = s.id
        join guardians g on g.center_id = f.center_id and g.id = f.guardian_id and g.email is not null
        join centers c on c.id = n.center_id
        where n.center_id = current_center() and n.id = ${installmentId} and n.paid_minor < n.amount_minor
        order by f.is_primary desc, g.id limit 1`),
    );
  }
}
