import { Injectable } from '@nestjs/common';
import { formatMoney } from '@cartwheel/domain/money';
import type { Context } from '../../platform/database/database.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { InstallmentNoticesRepository } from './installment-notices.repository.ts';

@Injectable()
export class InstallmentNoticesService {
  constructor(
    private readonly notices: InstallmentNoticesRepository,
    private readonly mailer: Mailer,
  ) {}

  /** Reminds the family of an installment that is still open when the mail is written. */
  async remind(installmentId: string, context: Context): Promise<void> {
    const notice = await this.notices.noticeOf(context, installmentId);
    if (!notice) return;
    const { email, guardianName, studentName, centerName, invoiceNumber, isOverdue } = notice;
    const amount = formatMoney(notice.due, notice.locale);
    const day = new Intl.DateTimeFormat(notice.locale, { dateStyle: 'medium', timeZone: 'UTC' });
    const dueOn = day.format(new Date(`${notice.dueDate}T00:00:00Z`));
    await this.mailer.send({
      to: email,
      subject: isOverdue
        ? `${amount} for ${studentName} was due on ${dueOn}`
        : `${amount} for ${studentName} is due on ${dueOn}`,
      paragraphs: [
        `Hello ${guardianName},`,
        isOverdue
          ? `the installment of ${amount} for ${studentName} was due on ${dueOn}. If you have paid it, please tell us.`
          : `the next installment of ${amount} for ${studentName} is due on ${dueOn}.`,
        `It belongs to invoice ${invoiceNumber}.`,
        centerName,
      ],
    });
  }
}
