import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface WaitingSend {
  guardianId: string;
  guardianName: string;
  email: string;
}

@Injectable()
export class CardSendsRepository {
  constructor(private readonly db: Database) {}

  /** Everybody of the family with an e-mail, each address once however often it is asked. Answers how many are new. */
  plan(cardId: string, studentId: string): Promise<number> {
    return this.db.run(sql`
      insert into report_card_sends (report_card_id, guardian_id, email)
      select ${cardId}, g.id, g.email from family_links f
      join guardians g on g.center_id = f.center_id and g.id = f.guardian_id and g.email is not null
      where f.center_id = current_center() and f.student_id = ${studentId}
      on conflict do nothing`);
  }

  waiting(cardId: string): Promise<WaitingSend[]> {
    return this.db.rows<WaitingSend>(sql`
      select x.guardian_id as "guardianId", x.email, g.name as "guardianName" from report_card_sends x
      join guardians g on g.center_id = x.center_id and g.id = x.guardian_id
      where x.center_id = current_center() and x.report_card_id = ${cardId} and x.sent_at is null
      order by x.created_at, x.guardian_id`);
  }

  async setSent(cardId: string, { guardianId, email }: WaitingSend): Promise<void> {
    await this.db.run(sql`update report_card_sends set sent_at = app_now()
      where center_id = current_center() and report_card_id = ${cardId} and guardian_id = ${guardianId} and email = ${email}`);
  }
}
